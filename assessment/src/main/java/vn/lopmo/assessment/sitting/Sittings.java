package vn.lopmo.assessment.sitting;

import static java.util.Comparator.naturalOrder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.paper.Conditions.Counts;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// All learners' sittings.
@ApplicationScoped
public class Sittings implements PanacheRepositoryBase<Sitting, UUID> {
    private static final UUID NONE = new UUID(0, 0);
    private static final String BEGUN =
            "select exists (select 1 from sitting where assignment_id = ? and learner_id = ?)";
    private static final String OF_LEARNER =
            "select " + Sitting.COLUMNS + " from sitting where learner_id = ? order by assignment_id, attempt";
    private static final String ADD = """
            insert into sitting
                (id, school_id, assignment_id, learner_id, attempt, seed, started_at, closes_at, paused_at,
                 device, device_since, needs_seconds, extra_seconds, paused_micros, revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::text, ?::timestamptz, ?, 0, 0, 0)
            on conflict (assignment_id, learner_id, attempt) do nothing""";

    private final Rows rows;

    Sittings(Rows rows) {
        this.rows = rows;
    }

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

    /// A learner's goes at an assignment, the first one first.
    public List<Sitting> of(UUID assignmentId, UUID learnerId) {
        // most who ask are about to begin: entities are not needed to say that there are none
        if (!rows.first(BEGUN, row -> row.is(1), assignmentId, learnerId).orElse(false)) {
            return List.of();
        }
        return list("assignmentId = ?1 and learnerId = ?2 order by attempt", assignmentId, learnerId);
    }

    private Sitting of(Sitting asked) {
        return find(
                        "assignmentId = ?1 and learnerId = ?2 and attempt = ?3",
                        asked.assignmentId(),
                        asked.learnerId(),
                        asked.attempt())
                .singleResult();
    }

    /// One sitting a learner, the one that counts: the best of those that are marked, or the last, as the assignment
    /// says. What is not handed in counts only if there is nothing else.
    public List<Sitting> counting(Assignment assignment) {
        var all = new LinkedHashMap<UUID, List<Sitting>>();
        for (var sitting : ofAssignment(assignment.id())) {
            all.computeIfAbsent(sitting.learnerId(), learner -> new ArrayList<>())
                    .add(sitting);
        }
        var several = all.values().stream().filter(of -> of.size() > 1).toList();
        var totals = several.isEmpty() || assignment.conditions().counts() == Counts.LAST
                ? Map.<UUID, BigDecimal>of()
                : totals(assignment.id());
        return all.values().stream().map(of -> counting(of, totals)).toList();
    }

    static Sitting counting(List<Sitting> ofLearner, Map<UUID, BigDecimal> totals) {
        return ofLearner.stream()
                .max(Comparator.comparing((Sitting sitting) -> sitting.handedInAt() != null)
                        .thenComparing(sitting -> totals.get(sitting.id()), Comparator.nullsFirst(naturalOrder()))
                        .thenComparing(Sitting::attempt))
                .orElseThrow();
    }

    /// Marks of the sittings of an assignment that are marked to the end.
    private Map<UUID, BigDecimal> totals(UUID assignmentId) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select s.id as id, sum(k.mark) as total from sitting s join current_mark k on k.sitting_id = s.id
                        where s.assignment_id = :id and s.handed_in_at is not null
                        group by s.id having count(*) = count(k.mark) and not bool_or(k.unsettled)""", Tuple.class)
                .setParameter("id", assignmentId)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("total", BigDecimal.class)));
    }

    /// For reading only.
    public List<Sitting> ofLearner(UUID learnerId) {
        return rows.list(OF_LEARNER, Sitting::read, learnerId);
    }

    public List<Sitting> ofAssignment(UUID assignmentId) {
        return list("assignmentId = ?1 order by learnerId, attempt", assignmentId);
    }

    /// Whether anybody has begun.
    public boolean isBegun(UUID assignmentId) {
        return find("assignmentId", assignmentId).firstResultOptional().isPresent();
    }

    /// The school's assignments that a learner has open now, in the order of ids.
    List<UUID> sat(UUID schoolId, UUID learnerId) {
        return getEntityManager()
                .createQuery(
                        "select distinct assignmentId from Sitting where schoolId = :school and learnerId = :learner"
                                + " and handedInAt is null order by assignmentId",
                        UUID.class)
                .setParameter("school", schoolId)
                .setParameter("learner", learnerId)
                .getResultList();
    }

    /// Waits for those that are just being handed in and makes the others wait for the end of this transaction.
    public void lock(UUID assignmentId) {
        getEntityManager()
                .createNativeQuery(
                        "select id from sitting where assignment_id = :id order by id for update", Object.class)
                .setParameter("id", assignmentId)
                .getResultList();
    }

    /// A sitting of the school, and nobody else changes it before the transaction ends.
    ///
    /// @throws Refusal.NotFound if the school has no such sitting
    public Sitting getToChange(UUID schoolId, UUID id) {
        var sitting = get(schoolId, id);
        toChange(sitting);
        return sitting;
    }

    /// What was read before somebody else was done with it is read again.
    void toChange(Sitting sitting) {
        getEntityManager().refresh(sitting, LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Sitting> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by learnerId", ids);
    }

    /// Those that nobody has handed in.
    public List<Sitting> openIn(UUID assignmentId) {
        return list("assignmentId = ?1 and handedInAt is null order by id", assignmentId);
    }

    /// The same, and nobody else changes them before the transaction ends. Always in the same
    /// order, so that two who do this never wait for each other.
    public List<Sitting> openToChange(UUID assignmentId) {
        return find("assignmentId = ?1 and handedInAt is null order by id", assignmentId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// One learner's alone.
    List<Sitting> openToChange(UUID assignmentId, UUID learnerId) {
        return find("assignmentId = ?1 and learnerId = ?2 and handedInAt is null order by id", assignmentId, learnerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Adds it unless another of the learner's devices did so a moment ago, which is then the one. While all are paused
    /// it starts paused.
    ///
    /// @param pausedAt since when all are paused
    Sitting addOrGet(Sitting sitting, @Nullable Instant pausedAt) {
        if (pausedAt != null) {
            sitting.pause(pausedAt.isAfter(sitting.startedAt()) ? pausedAt : sitting.startedAt());
        }
        int added = rows.change(
                ADD,
                sitting.id(),
                sitting.schoolId(),
                sitting.assignmentId(),
                sitting.learnerId(),
                sitting.attempt(),
                sitting.seed(),
                sitting.startedAt(),
                sitting.closesAt(),
                sitting.pausedAt(),
                sitting.device(),
                sitting.deviceSince(),
                sitting.extra().toSeconds());
        return added == 1 ? sitting : of(sitting);
    }

    /// Sittings of exams that have been paused since before `then`: nobody will let them go on.
    List<UUID> forgotten(Instant then) {
        return getEntityManager()
                .createQuery("""
                        select s.id from Sitting s join Assignment a on a.id = s.assignmentId
                        where s.handedInAt is null and s.pausedAt < :then and a.conditions.mode = :exam
                        order by s.pausedAt, s.id""", UUID.class)
                .setParameter("then", then)
                .setParameter("exam", Conditions.Mode.EXAM)
                .getResultList();
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
