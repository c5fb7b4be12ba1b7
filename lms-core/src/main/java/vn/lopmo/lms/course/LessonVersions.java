package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class LessonVersions implements PanacheRepositoryBase<LessonVersion, UUID> {
    public Optional<LessonVersion> find(UUID lessonId, int version) {
        return find("lessonId = ?1 and version = ?2", lessonId, version).firstResultOptional();
    }

    /// All of a lesson, the newest first.
    List<LessonVersion> of(UUID lessonId) {
        return list("lessonId = ?1 order by version desc", lessonId);
    }

    /// What learners read now.
    ///
    /// @throws Refusal.NotFound if the lesson was never published
    public LessonVersion published(Lesson lesson) {
        var version = lesson.publishedVersion();
        return Optional.ofNullable(version)
                .flatMap(number -> find(lesson.id(), number))
                .orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
    }
}
