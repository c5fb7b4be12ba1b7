package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A lesson on its way to the learners has come a step further; told to the other slices inside the transaction of
/// the step.
///
/// @param people  who has a word to say now, or who wrote it and reads what was said
/// @param reason  why it was given back
public record LessonReviewMoved(
        UUID schoolId,
        UUID reviewId,
        UUID lessonId,
        String title,
        String courseTitle,
        Step step,
        Set<UUID> people,
        @Nullable String reason,
        Instant at) {
    public enum Step {
        /// Waits for the word of whom it names, and of nobody else any more.
        ASKED,
        RETURNED,
        APPROVED,
        WITHDRAWN
    }
}
