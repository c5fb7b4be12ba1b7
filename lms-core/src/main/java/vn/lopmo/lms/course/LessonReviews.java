package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class LessonReviews implements PanacheRepositoryBase<LessonReview, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    LessonReview get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("review-not-found"));
    }

    List<LessonReview> of(UUID lessonId) {
        return list("lessonId = ?1 order by submittedAt desc", lessonId);
    }

    Optional<LessonReview> open(UUID lessonId) {
        return of(lessonId).stream().filter(review -> review.stage().isOpen()).findFirst();
    }

    /// All that wait in a school, the oldest first.
    List<LessonReview> waiting(UUID schoolId, Collection<LessonReview.Stage> stages) {
        return list("schoolId = ?1 and stage in ?2 order by submittedAt", schoolId, stages);
    }

    List<LessonRemark> remarksOf(Collection<UUID> reviewIds) {
        return reviewIds.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "from LessonRemark where reviewId in :reviews order by writtenAt, id",
                                LessonRemark.class)
                        .setParameter("reviews", reviewIds)
                        .getResultList();
    }

    void add(LessonRemark remark) {
        getEntityManager().persist(remark);
    }
}
