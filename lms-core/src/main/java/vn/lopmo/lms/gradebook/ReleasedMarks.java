package vn.lopmo.lms.gradebook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class ReleasedMarks implements PanacheRepositoryBase<ReleasedMark, UUID> {
    Optional<ReleasedMark> find(UUID learnerId, UUID assignmentId) {
        return find("learnerId = ?1 and assignmentId = ?2", learnerId, assignmentId)
                .firstResultOptional();
    }

    /// Newest first.
    List<ReleasedMark> of(UUID schoolId, UUID learnerId) {
        return list("schoolId = ?1 and learnerId = ?2 order by releasedAt desc", schoolId, learnerId);
    }

    public List<ReleasedMark> of(UUID schoolId, Collection<UUID> learnerIds, Collection<UUID> assignmentIds) {
        return learnerIds.isEmpty() || assignmentIds.isEmpty()
                ? List.of()
                : list("schoolId = ?1 and learnerId in ?2 and assignmentId in ?3", schoolId, learnerIds, assignmentIds);
    }

    /// Of the tasks that a class was given.
    public List<ReleasedMark> ofTasks(UUID schoolId, UUID classId) {
        return list("schoolId = ?1 and classId = ?2 order by releasedAt desc", schoolId, classId);
    }
}
