package vn.lopmo.lms.learning.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From when and until when a lesson or a section is learnt, by everybody, by a class or by one learner.
///
/// One of them decides for a learner and a lesson: the learner's own before his class's before everybody's, and of
/// those the lesson's before its section's.
///
/// @param closes after its end the lesson cannot be learnt any more; else it is late only
/// @param waived what has to be finished before is waived
public record Opening(
        @Nullable UUID lessonId,
        @Nullable UUID sectionId,
        @Nullable UUID classId,
        @Nullable UUID learnerId,
        @Nullable Instant opensAt,
        @Nullable Instant until,
        boolean closes,
        boolean waived) {
    static Optional<Opening> deciding(Collection<Opening> all, UUID lesson, UUID section, UUID ofClass, UUID learner) {
        return all.stream()
                .filter(one -> one.isOf(lesson, section) && one.isFor(ofClass, learner))
                .min(Comparator.comparingInt(Opening::width));
    }

    private boolean isOf(UUID lesson, UUID section) {
        return lesson.equals(lessonId) || section.equals(sectionId);
    }

    private boolean isFor(UUID ofClass, UUID learner) {
        if (learnerId != null) {
            return learnerId.equals(learner);
        }
        return classId == null || classId.equals(ofClass);
    }

    /// The narrowest decides.
    private int width() {
        int people = learnerId != null ? 0 : classId != null ? 1 : 2;
        return people * 2 + (lessonId != null ? 0 : 1);
    }
}
