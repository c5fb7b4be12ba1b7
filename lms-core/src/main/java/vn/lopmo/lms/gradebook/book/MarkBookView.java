package vn.lopmo.lms.gradebook.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Trait;

/// A mark book as it is shown: a learner a row.
///
/// @param proposals how many marks of linked quizzes and tasks differ from what stands here
record MarkBookView(
        UUID classId,
        String className,
        int grade,
        String year,
        String subject,
        int term,
        Scheme scheme,
        int periods,
        int regular,
        List<Column> columns,
        List<Row> rows,
        @Nullable LockView lock,
        May may,
        int proposals) {
    /// @param group of a quality or an ability
    record Column(
            String slot,
            Entry entry,
            boolean needed,
            boolean released,
            @Nullable FeedView feed,
            Trait.@Nullable Group group) {}

    record FeedView(UUID sourceId, String title) {}

    record CellView(String value, int version, boolean fed) {
        static CellView of(Cell cell) {
            return new CellView(cell.value(), cell.version(), cell.fedBy() != null);
        }
    }

    /// @param year with what was made good in the summer
    /// @param traits what qualities and abilities come to, group by group; of a primary class
    /// @param mayAgain in the book of the summer: whether the subject may be assessed again
    record Row(
            UUID learnerId,
            String name,
            Map<String, CellView> cells,
            OutcomeView term,
            OutcomeView year,
            List<TraitView> traits,
            boolean mayAgain) {}

    record LockView(String reason, Instant at, String by) {}

    record May(boolean write, boolean release, boolean lock) {}
}
