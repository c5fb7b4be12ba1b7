package vn.lopmo.assessment.paper;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one learner is granted at one assignment. It always beats the assignment's own window and attempts.
///
/// @param opensAt his own beginning of the window, or null for everybody's
/// @param closesAt his own end of the window, or null for everybody's
/// @param attempts how often he may take it (0 without limit), or null for as often as everybody
public record Needs(
        int extraMinutes,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer attempts) {
    public static final Needs NONE = new Needs(0, null, null, null);

    /// More time in general, for a paper of so many minutes; a begun minute is a whole one.
    static Needs ofPercent(int percent, int minutes) {
        return new Needs((minutes * percent + 99) / 100, null, null, null);
    }

    Assignment.Window window(Assignment.Window everybodys) {
        return new Assignment.Window(
                opensAt == null ? everybodys.opensAt() : opensAt,
                closesAt == null ? everybodys.closesAt() : closesAt,
                everybodys.minutes());
    }

    public Duration extra() {
        return Duration.ofMinutes(extraMinutes);
    }
}
