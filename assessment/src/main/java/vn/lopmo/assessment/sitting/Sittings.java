package vn.lopmo.assessment.sitting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// All learners' sittings.
@ApplicationScoped
public class Sittings implements PanacheRepositoryBase<Sitting, UUID> {
    /// @throws Refusal.NotFound if the school has no such sitting
    public Sitting get(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("sitting-not-found"));
    }

    /// The learner's own; anybody else's is not there.
    public Sitting own(UUID learnerId, UUID id) {
        return find("id = ?1 and learnerId = ?2", id, learnerId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("sitting-not-found"));
    }

    public Optional<Sitting> of(UUID assignmentId, UUID learnerId) {
        return find("assignmentId = ?1 and learnerId = ?2", assignmentId, learnerId)
                .firstResultOptional();
    }

    public List<Sitting> ofLearner(UUID learnerId) {
        return list("learnerId", learnerId);
    }

    public List<Sitting> ofAssignment(UUID assignmentId) {
        return list("assignmentId", assignmentId);
    }

    /// Waits for those that are just being handed in and makes the others wait for the end of this transaction.
    public void lock(UUID assignmentId) {
        getEntityManager()
                .createNativeQuery(
                        "select id from sitting where assignment_id = :id order by id for update", UUID.class)
                .setParameter("id", assignmentId)
                .getResultList();
    }

    /// Adds it unless the learner has one already, which is then the one that counts.
    Sitting addOrGet(Sitting sitting) {
        getEntityManager()
                .createNativeQuery("""
                        insert into sitting
                            (id, school_id, assignment_id, learner_id, seed, started_at, closes_at, revision)
                        values (:id, :school, :assignment, :learner, :seed, :started, :closes, 0)
                        on conflict (assignment_id, learner_id) do nothing""")
                .setParameter("id", sitting.id())
                .setParameter("school", sitting.schoolId())
                .setParameter("assignment", sitting.assignmentId())
                .setParameter("learner", sitting.learnerId())
                .setParameter("seed", sitting.seed())
                .setParameter("started", sitting.startedAt())
                .setParameter("closes", sitting.closesAt())
                .executeUpdate();
        return of(sitting.assignmentId(), sitting.learnerId()).orElseThrow();
    }

    /// Sittings that nobody handed in although their time was over at `then`, the longest overdue first.
    List<UUID> overdue(Instant then, int most) {
        return getEntityManager()
                .createQuery(
                        "select id from Sitting where handedInAt is null and closesAt < :then order by closesAt",
                        UUID.class)
                .setParameter("then", then)
                .setMaxResults(most)
                .getResultList();
    }
}
