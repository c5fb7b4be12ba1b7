package vn.lopmo.lms.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.learning.rule.Lock;

/// A lesson as its reader sees it.
///
/// @param version of which it is; 0 of a draft that was never published
/// @param lock    why it is not open to him: then there are no blocks
record LessonPage(
        UUID id,
        int version,
        UUID courseId,
        String courseTitle,
        String subject,
        String title,
        String summary,
        int minutes,
        List<Block> blocks,
        List<String> indicators,
        @Nullable Neighbour previous,
        @Nullable Neighbour next,
        ProgressView progress,
        List<ConditionView> conditions,
        @Nullable Lock lock,
        @Nullable Instant until,
        List<Played> packages,
        LessonNotes.@Nullable Note note) {

    /// A block that is played, and how the reader stands in it.
    record Played(
            String blockId,
            @Nullable BigDecimal score,
            boolean completed,
            @Nullable Boolean passed) {
        static Played of(String blockId, @Nullable PackageResult result) {
            return result == null
                    ? new Played(blockId, null, false, null)
                    : new Played(blockId, result.score(), result.completed(), result.passed());
        }
    }

    record Neighbour(UUID id, String title) {
        static @Nullable Neighbour at(List<Neighbour> lessons, int index) {
            return index < 0 || index >= lessons.size() ? null : lessons.get(index);
        }
    }

    record ProgressView(List<String> seen, @Nullable String lastBlock, int seconds, BigDecimal share, boolean done) {
        static ProgressView of(@Nullable LessonProgress progress, Completions.Judged judged) {
            return progress == null
                    ? new ProgressView(List.of(), null, 0, BigDecimal.ZERO, judged.isDone())
                    : new ProgressView(
                            progress.seen(),
                            progress.lastBlock(),
                            progress.seconds(),
                            judged.work().share(),
                            judged.isDone());
        }
    }
}
