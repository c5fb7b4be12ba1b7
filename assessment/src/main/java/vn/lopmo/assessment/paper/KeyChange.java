package vn.lopmo.assessment.paper;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A correction of one question after the paper was given. The paper's version stays as it was; the last correction
/// of a slot holds.
///
/// @param version counts the corrections of the assignment from 1
/// @param itemVersion the bank's version with the right key; null unless it was corrected
/// @param effect what it did when it was made
public record KeyChange(
        UUID id,
        UUID assignmentId,
        int version,
        UUID slot,
        Kind kind,
        UUID itemId,
        @Nullable Integer itemVersion,
        String reason,
        UUID by,
        Instant at,
        Effect effect) {
    /// What is done to the question.
    public enum Kind {
        CORRECT,
        VOID,
        DROP;

        public Standing standing() {
            return switch (this) {
                case CORRECT -> Standing.COUNTS;
                case VOID -> Standing.VOID;
                case DROP -> Standing.DROPPED;
            };
        }
    }

    /// @param of sittings that were marked by then
    public record Effect(int changed, int of, int up, int down) {}
}
