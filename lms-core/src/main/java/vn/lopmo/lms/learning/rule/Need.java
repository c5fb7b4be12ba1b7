package vn.lopmo.lms.learning.rule;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a lesson, or a section with all its lessons, waits until another lesson or all of another section was finished.
public record Need(
        @Nullable UUID lessonId,
        @Nullable UUID sectionId,
        @Nullable UUID needsLessonId,
        @Nullable UUID needsSectionId) {
    boolean holdsBack(UUID lesson, UUID section) {
        return lesson.equals(lessonId) || section.equals(sectionId);
    }

    boolean asksFor(UUID lesson, UUID section) {
        return lesson.equals(needsLessonId) || section.equals(needsSectionId);
    }
}
