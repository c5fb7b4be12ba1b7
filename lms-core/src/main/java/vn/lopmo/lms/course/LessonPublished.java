package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A version of a lesson came before its learners; told to the other slices inside the publishing transaction, so
/// that what its blocks need elsewhere (tasks, discussions) is there the moment the lesson is.
public record LessonPublished(
        UUID schoolId, UUID courseId, UUID lessonId, int version, List<UUID> classIds, List<Block> blocks, Instant at) {
    static LessonPublished of(Course course, LessonVersion version) {
        return new LessonPublished(
                course.schoolId(),
                course.id(),
                version.lessonId(),
                version.version(),
                course.classIds().stream().sorted().toList(),
                version.content().blocks(),
                version.publishedAt());
    }
}
