package vn.lopmo.lms.learning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.platform.id.Ids;

@ApplicationScoped
class Progresses implements PanacheRepositoryBase<LessonProgress, UUID> {
    Optional<LessonProgress> find(UUID learnerId, UUID lessonId) {
        return find("learnerId = ?1 and lessonId = ?2", learnerId, lessonId).firstResultOptional();
    }

    /// By lesson.
    Map<UUID, LessonProgress> of(UUID learnerId, Collection<UUID> courseIds) {
        List<LessonProgress> found =
                courseIds.isEmpty() ? List.of() : list("learnerId = ?1 and courseId in ?2", learnerId, courseIds);
        return found.stream().collect(Collectors.toMap(LessonProgress::lessonId, Function.identity()));
    }

    /// Those who have opened a lesson.
    List<UUID> learnersIn(UUID lessonId) {
        return getEntityManager()
                .createQuery("select p.learnerId from LessonProgress p where p.lessonId = :lesson", UUID.class)
                .setParameter("lesson", lessonId)
                .getResultList();
    }

    /// By learner.
    Map<UUID, LessonProgress> ofLesson(UUID lessonId, Collection<UUID> learnerIds) {
        List<LessonProgress> found =
                learnerIds.isEmpty() ? List.of() : list("lessonId = ?1 and learnerId in ?2", lessonId, learnerIds);
        return found.stream().collect(Collectors.toMap(LessonProgress::learnerId, Function.identity()));
    }

    /// The row of that learner and lesson, made if need be, and held until the transaction ends: two pages of one
    /// learner may report at once.
    LessonProgress getToChange(Lesson lesson, UUID learnerId, Instant now) {
        insertIfAbsent(lesson, learnerId, now);
        return find("learnerId = ?1 and lessonId = ?2", learnerId, lesson.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    private void insertIfAbsent(Lesson lesson, UUID learnerId, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into lesson_progress (id, school_id, learner_id, lesson_id, course_id, seen,"
                        + " seconds, begun_at, seen_at) values (:id, :school, :learner, :lesson, :course, '{}', 0, :now, :now)"
                        + " on conflict do nothing")
                .setParameter("id", Ids.next(now))
                .setParameter("school", lesson.schoolId())
                .setParameter("learner", learnerId)
                .setParameter("lesson", lesson.id())
                .setParameter("course", lesson.courseId())
                .setParameter("now", now)
                .executeUpdate();
    }

    /// True the first time only that a learner finishes a version of a lesson.
    boolean markCompleted(Lesson lesson, int version, UUID learnerId, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "insert into lesson_completion (learner_id, lesson_id, version, school_id,"
                                        + " completed_at) values (:learner, :lesson, :version, :school, :now) on conflict do nothing")
                        .setParameter("learner", learnerId)
                        .setParameter("lesson", lesson.id())
                        .setParameter("version", version)
                        .setParameter("school", lesson.schoolId())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
