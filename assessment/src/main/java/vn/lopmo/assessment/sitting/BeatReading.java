package vn.lopmo.assessment.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// A sign of life as it comes from a device, checked by hand: every learner sends one every ten seconds.
///
/// @param now what the device's clock says: it makes wrong clocks comparable
/// @param seq the last number that the device has given
/// @param acked the last one that it knows to be saved
/// @param slot where the learner is
/// @param answered how many questions he has answered
record BeatReading(
        @Nullable String device,
        @Nullable Instant now,
        int seq,
        int acked,
        @Nullable UUID slot,
        int answered,
        @Nullable List<Noticed> events) {
    private static final int MOST_EVENTS = 100;
    private static final int LAST_EVENT = 20_000;
    private static final int MOST_ANSWERED = 1_000;
    private static final int LONGEST_SECONDS = 86_400;
    private static final String UNNAMED = "";

    record Noticed(
            int n,
            Sign.@Nullable Kind kind,
            @Nullable Instant at,
            @Nullable Integer seconds) {}

    /// @throws Refusal.Invalid if it is none
    Presence presence(OpenSitting sitting, @Nullable String address, Instant received) {
        boolean good = seq >= 0
                && seq <= StepsReading.LAST_SEQ
                && acked >= 0
                && acked <= seq
                && answered >= 0
                && answered <= MOST_ANSWERED
                && (slot == null || sitting.paper().has(slot));
        if (!good) {
            throw new Refusal.Invalid("beat-shape");
        }
        return new Presence(
                sitting.id(),
                sitting.assignmentId(),
                received,
                DeviceName.checked(device),
                address,
                seq,
                acked,
                answered,
                slot);
    }

    boolean hasSigns() {
        return events != null && !events.isEmpty();
    }

    /// @throws Refusal.Invalid if they are none
    List<Sign> signs(OpenSitting sitting, Instant received) {
        var noticed = events == null ? List.<Noticed>of() : events;
        if (noticed.size() > MOST_EVENTS) {
            throw new Refusal.Invalid("beat-shape");
        }
        return noticed.stream().map(one -> sign(one, sitting, received)).toList();
    }

    private Sign sign(Noticed one, OpenSitting sitting, Instant received) {
        var kind = one.kind;
        var seconds = one.seconds;
        if (kind == null || one.n < 1 || one.n > LAST_EVENT || seconds != null && seconds < 0) {
            throw new Refusal.Invalid("beat-shape");
        }
        var name = device == null ? UNNAMED : device;
        return new Sign(sitting.id(), name, one.n, kind, at(one, received), within(seconds), received);
    }

    private static @Nullable Integer within(@Nullable Integer seconds) {
        return seconds == null ? null : Math.min(seconds, LONGEST_SECONDS);
    }

    private Instant at(Noticed one, Instant received) {
        var at = one.at;
        if (at == null || StepsReading.isNonsense(at)) {
            return received;
        }
        return now == null || StepsReading.isNonsense(now) ? at : at.plus(Duration.between(now, received));
    }
}
