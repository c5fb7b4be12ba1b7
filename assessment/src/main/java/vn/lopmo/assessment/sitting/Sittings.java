package vn.lopmo.assessment.sitting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// All learners' sittings.
@ApplicationScoped
public class Sittings implements PanacheRepositoryBase<Sitting, UUID> {
    private static final UUID NONE = new UUID(0, 0);

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

    /// The same, and nobody else changes it before the transaction ends.
    ///
    /// @throws Refusal.NotFound if the school has no such sitting
    public Sitting getToChange(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("sitting-not-found"));
    }

    /// Those that nobody has handed in, and nobody else changes them before the transaction ends. Always in the same
    /// order, so that two who do this never wait for each other.
    public List<Sitting> openToChange(UUID assignmentId) {
        return find("assignmentId = ?1 and handedInAt is null order by id", assignmentId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Since when the assignment is paused. Whoever pauses it waits until this transaction ends, and finds what it
    /// has begun.
    private boolean isPaused(UUID assignmentId) {
        var pausedAt = getEntityManager()
                .createNativeQuery("select paused_at from assignment where id = :id for key share", Object.class)
                .setParameter("id", assignmentId)
                .getSingleResultOrNull();
        return pausedAt != null;
    }

    /// Adds it unless the learner has one already, which is then the one that counts. While all are paused it starts
    /// paused.
    Sitting addOrGet(Sitting sitting) {
        if (isPaused(sitting.assignmentId())) {
            sitting.pause(sitting.startedAt());
        }
        getEntityManager()
                .createNativeQuery("""
                        insert into sitting
                            (id, school_id, assignment_id, learner_id, seed, started_at, closes_at, paused_at,
                             needs_seconds, extra_seconds, paused_micros, revision)
                        values (:id, :school, :assignment, :learner, :seed, :started, :closes,
                            cast(:paused as timestamptz), :extra, 0, 0, 0)
                        on conflict (assignment_id, learner_id) do nothing""")
                .setParameter("id", sitting.id())
                .setParameter("school", sitting.schoolId())
                .setParameter("assignment", sitting.assignmentId())
                .setParameter("learner", sitting.learnerId())
                .setParameter("seed", sitting.seed())
                .setParameter("started", sitting.startedAt())
                .setParameter("closes", sitting.closesAt())
                .setParameter("paused", sitting.pausedAt())
                .setParameter("extra", sitting.extra().toSeconds())
                .executeUpdate();
        return of(sitting.assignmentId(), sitting.learnerId()).orElseThrow();
    }

    /// One whose time is over.
    record Overdue(UUID id, Instant closesAt) {}

    /// Sittings that nobody handed in although their time was over at `then`, the longest overdue first. Those that
    /// are paused have time.
    ///
    /// @param after the last one that is known already, or null
    List<Overdue> overdue(Instant then, @Nullable Overdue after, int most) {
        return getEntityManager()
                .createQuery("""
                        select id, closesAt from Sitting
                        where handedInAt is null and pausedAt is null and closesAt < :then
                            and (closesAt > :closed or closesAt = :closed and id > :id)
                        order by closesAt, id""", Overdue.class)
                .setParameter("then", then)
                .setParameter("closed", after == null ? Instant.EPOCH : after.closesAt)
                .setParameter("id", after == null ? NONE : after.id)
                .setMaxResults(most)
                .getResultList();
    }
}
