package vn.lopmo.lms.gradebook.book;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.gradebook.book.Feeds.Brought;

/// What brings values to the columns of a book by itself, without being linked to one. Like a linked source it writes
/// nothing: it is shown where it differs, and taken over by hand.
interface Bringing {
    /// Where a value comes from.
    enum From {
        /// A quiz or a task that a teacher linked.
        WORK,
        /// The class diary.
        DIARY,
        /// The mark book of the school that a pupil came from.
        OLD_SCHOOL;

        /// What stands in a cell that was taken over from there; of work it is the work's own id.
        UUID sourceId() {
            return new UUID(0, ordinal());
        }
    }

    From from();

    /// In the spelling of the column.
    List<Brought> brought(Place place, Collection<UUID> learnerIds);
}
