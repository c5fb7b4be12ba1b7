package vn.lopmo.lms.learning.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class TaskWorks implements PanacheRepositoryBase<TaskWork, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    TaskWork get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("work-not-found"));
    }

    /// Held until the transaction ends.
    TaskWork getToChange(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("work-not-found"));
    }

    /// All tries of a learner, the latest first.
    List<TaskWork> of(UUID learnerId, Collection<UUID> taskIds) {
        return taskIds.isEmpty()
                ? List.of()
                : list("learnerId = ?1 and taskId in ?2 order by number desc", learnerId, taskIds);
    }

    /// Everything that somebody handed in, the latest first.
    List<TaskWork> of(UUID learnerId) {
        return list("learnerId = ?1 order by handedInAt desc", learnerId);
    }

    Optional<TaskWork> latest(UUID learnerId, UUID taskId) {
        return of(learnerId, List.of(taskId)).stream().findFirst();
    }

    /// The latest try of each learner of a class.
    List<TaskWork> latestOf(UUID taskId, UUID classId) {
        return list(
                "from TaskWork w where w.taskId = ?1 and w.classId = ?2 and w.number = (select max(o.number) from"
                        + " TaskWork o where o.taskId = w.taskId and o.learnerId = w.learnerId)",
                taskId,
                classId);
    }
}
