package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// What drafts were.
@ApplicationScoped
class LessonHistory implements PanacheRepositoryBase<LessonSnapshot, UUID> {
    private static final int SHOWN = 200;

    /// Keeps what a draft has just become.
    void keep(LessonDraft draft, UUID by, Instant now) {
        var last = find("lessonId = ?1 order by savedAt desc, revision desc", draft.lessonId())
                .firstResultOptional();
        last.filter(one -> one.goesOn(by, now))
                .ifPresentOrElse(
                        one -> one.take(draft.revision(), draft.content(), now),
                        () -> persist(
                                new LessonSnapshot(draft.lessonId(), by, draft.revision(), draft.content(), now)));
    }

    List<LessonSnapshot> of(UUID lessonId) {
        return find("lessonId = ?1 order by savedAt desc, revision desc", lessonId)
                .page(0, SHOWN)
                .list();
    }

    LessonSnapshot get(UUID lessonId, UUID id) {
        return find("id = ?1 and lessonId = ?2", id, lessonId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("lesson-state-not-found"));
    }
}
