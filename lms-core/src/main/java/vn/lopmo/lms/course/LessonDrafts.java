package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class LessonDrafts implements PanacheRepositoryBase<LessonDraft, UUID> {
    LessonDraft get(UUID lessonId) {
        return findByIdOptional(lessonId).orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
    }

    /// What a lesson says in its draft, for those who may look at it.
    public LessonContent contentOf(UUID lessonId) {
        return get(lessonId).content();
    }

    /// Holds the row until the transaction ends, so that of two saves at once the second sees the first.
    LessonDraft getToChange(UUID lessonId) {
        return findByIdOptional(lessonId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
    }
}
