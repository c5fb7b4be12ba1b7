package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Steps as they come from a learner's device, checked by hand: the validator would cost more than the saving.
///
/// @param device its name for itself: needed where a sitting is tied to one device
/// @param now what the device's clock says when it sends this: it makes wrong clocks comparable
/// @param steps in ascending order of their numbers
record StepsReading(
        @Nullable String device,
        @Nullable Instant now,
        @Nullable List<Given> steps) implements Saving.Reading {
    static final int LAST_SEQ = 100_000;
    private static final int MOST = 500;
    private static final long LONGEST_AGE = Duration.ofDays(30).toMillis();
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /// One step.
    ///
    /// @param typedAt by the device's clock, which may be wrong
    /// @param age the milliseconds since it was typed by a clock that nobody sets, if the device knows
    record Given(
            int seq,
            @Nullable UUID slot,
            @Nullable JsonNode answer,
            @Nullable Instant typedAt,
            @Nullable Long age) {}

    /// @throws Refusal.Invalid if they are no steps of this sitting
    @Override
    public List<AnswerStep> read(OpenSitting sitting, Instant now) {
        var read = new ArrayList<AnswerStep>();
        int before = 0;
        for (var step : checked()) {
            if (step.seq <= before || step.seq > LAST_SEQ) {
                throw new Refusal.Invalid("answer-number");
            }
            before = step.seq;
            read.add(read(step, sitting, now));
        }
        return read;
    }

    int last() {
        return checked().getLast().seq;
    }

    private List<Given> checked() {
        if (steps == null || steps.isEmpty() || steps.size() > MOST) {
            throw new Refusal.Invalid("answer-number");
        }
        return steps;
    }

    private static AnswerStep read(Given step, OpenSitting sitting, Instant now) {
        if (step.slot == null || !sitting.paper().has(step.slot)) {
            throw new Refusal.Invalid("answer-slot");
        }
        var answer = step.answer;
        if (answer != null) {
            AnswerShape.check(sitting.paper().question(step.slot).item().form(), answer);
        }
        var text = answer == null || answer.isNull() ? null : answer.toString();
        return new AnswerStep(sitting.id(), step.seq, step.slot, text, typedAt(step, now), now);
    }

    private static Instant typedAt(Given step, Instant now) {
        var typed = step.typedAt;
        return typed == null || isNonsense(typed) ? now : typed;
    }

    static boolean isNonsense(Instant clock) {
        return clock.isBefore(EARLIEST) || clock.isAfter(LATEST);
    }

    @Override
    public List<HeldStep> hold(OpenSitting sitting, Instant received, boolean moved) {
        DeviceName.checked(device);
        var given = checked().iterator();
        return read(sitting, received).stream()
                .map(step -> hold(step, given.next(), moved))
                .toList();
    }

    /// When it was typed by the server's clock: the strongest evidence there is.
    private HeldStep hold(AnswerStep step, Given given, boolean moved) {
        var received = step.receivedAt();
        if (given.age != null && given.age >= 0 && given.age <= LONGEST_AGE) {
            return new HeldStep(step, device, moved, received.minusMillis(given.age), HeldStep.Clock.AGE);
        }
        if (now != null && !isNonsense(now)) {
            var typed = step.typedAt().plus(Duration.between(now, received));
            return new HeldStep(step, device, moved, typed, HeldStep.Clock.CLOCK);
        }
        return new HeldStep(step, device, moved, step.typedAt(), HeldStep.Clock.DEVICE);
    }
}
