package vn.lopmo.lms.gradebook.book;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Slot;

/// That somebody changed a cell: the line of the history.
///
/// @param version which it brought the cell to
public record Change(
        UUID learnerId,
        Slot slot,
        String was,
        String value,
        @Nullable UUID wasFedBy,
        int version,
        Cause cause,
        Instant at,
        UUID by) {
    public enum Cause {
        TYPED,
        /// From a quiz or a task.
        TAKEN_OVER,
        /// From a mark sheet.
        IMPORTED,
        UNDONE
    }
}
