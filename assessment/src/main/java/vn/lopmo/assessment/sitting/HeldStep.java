package vn.lopmo.assessment.sitting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step that came too late, or from a device that was left.
///
/// @param moved it came from a device that the sitting is no longer tied to
/// @param reckonedAt when it was typed by the server's clock, as far as can be told
record HeldStep(AnswerStep step, @Nullable String device, boolean moved, Instant reckonedAt, Clock by) {
    /// What the reckoning rests on, the strongest first. It is evidence for a person: a device can tell anything.
    public enum Clock {
        /// The device measured how long ago it was typed, which no change of its clock touches.
        AGE,
        /// Its clock was compared with the server's when the step was sent.
        CLOCK,
        /// Its clock alone.
        DEVICE
    }
}
