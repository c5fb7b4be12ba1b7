package vn.lopmo.assessment.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What was given to classes.
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {
    private static final String TO_BEGIN = """
            select paused_at, opens_at, closes_at, minutes, mode, attempts from assignment where id = ?
            for key share""";
    private static final String TO_CHANGE =
            "select id from assignment where id = :id and school_id = :school for update";
    private static final String HOLD = """
            select a.id from assignment a
            where a.school_id = :school
                and (a.id in (select s.assignment_id from sitting s
                        where s.learner_id = :learner and s.handed_in_at is null)
                    or a.closes_at > :since and (:learner = any(a.learners) or exists
                        (select 1 from assignment_class c join class_member m on m.class_id = c.class_id
                        where c.assignment_id = a.id and m.person_id = :learner and m.role = 'STUDENT' and m.active)))
            order by a.id for update of a""";

    private static final String OF_LEARNER = """
            select a.id from class_member m
            join assignment_class c on c.class_id = m.class_id join assignment a on a.id = c.assignment_id
            where m.person_id = ? and m.role = 'STUDENT' and m.active and a.school_id = ?
            union select id from assignment where school_id = ? and learners @> array[?::uuid]""";

    private final Rows rows;
    private final Cache<UUID, Assignment> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    Assignments(Rows rows) {
        this.rows = rows;
    }

    /// @throws Refusal.NotFound if the school has no such assignment
    public Assignment get(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
    }

    /// The same, and nobody else changes it and nobody begins it before the transaction ends. Who is just beginning is
    /// waited for. To be asked before anything else of it is read.
    ///
    /// @throws Refusal.NotFound if the school has no such assignment
    public Assignment getToChange(UUID schoolId, UUID id) {
        getEntityManager()
                .createNativeQuery(TO_CHANGE, Object.class)
                .setParameter("id", id)
                .setParameter("school", schoolId)
                .getResultList();
        return get(schoolId, id);
    }

    /// Keeps a learner from beginning anything until the transaction ends, after what he is just beginning. Always in
    /// the same order, so that two who do this never wait for each other.
    ///
    /// @param since what was over by then can no longer be begun
    public void hold(UUID schoolId, UUID learnerId, Instant since) {
        getEntityManager()
                .createNativeQuery(HOLD, Object.class)
                .setParameter("school", schoolId)
                .setParameter("learner", learnerId)
                .setParameter("since", since)
                .getResultList();
    }

    /// What somebody begins.
    ///
    /// @param pausedAt since when the room is paused
    public record Beginning(Assignment assignment, @Nullable Instant pausedAt) {}

    /// As it is at this moment, and nobody changes or pauses it before the transaction ends: whoever does waits, and
    /// finds what was begun.
    ///
    /// @param recent as it was a moment ago: most often that is right still, and one statement is enough
    public Beginning toBegin(Assignment recent) {
        return rows.first(TO_BEGIN, row -> beginning(recent, row), recent.id())
                .orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
    }

    private Beginning beginning(Assignment recent, Row row) throws SQLException {
        var time = new Assignment.Window(row.time(2), row.time(3), row.number(4));
        var conditions = recent.conditions();
        boolean same = time.equals(recent.time())
                && conditions.mode().name().equals(row.text(5))
                && row.number(6) == conditions.attempts();
        return new Beginning(same ? recent : get(recent.schoolId(), recent.id()), row.timeOrNull(1));
    }

    /// As it was at most a second ago, for reading only: a class opens one assignment within the same minute.
    ///
    /// @throws Refusal.NotFound if the school has no such assignment
    public Assignment recent(UUID schoolId, UUID id) {
        var recent = known.get(id, wanted -> {
            var read = findByIdOptional(wanted).orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
            getEntityManager().detach(read);
            return read;
        });
        if (!recent.schoolId().equals(schoolId)) {
            throw new Refusal.NotFound("assignment-not-found");
        }
        return recent;
    }

    /// What is remembered of it is dropped, once the change is durable: before that somebody would remember the old.
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AssignmentChanged changed) {
        known.invalidate(changed.id());
    }

    public List<Assignment> ofSchool(UUID schoolId) {
        return list(
                "select a from Assignment a left join fetch a.classes where a.schoolId = ?1"
                        + " order by a.time.opensAt desc",
                schoolId);
    }

    /// Those that were given to one of his classes or to himself, as they were at most a second ago, for reading only:
    /// every learner's home asks for them.
    public List<Assignment> ofLearner(Caller learner) {
        var ids = rows.list(
                OF_LEARNER, row -> row.uuid(1), learner.id(), learner.schoolId(), learner.schoolId(), learner.id());
        return known.getAll(ids, this::read).values().stream()
                .sorted(Comparator.comparing((Assignment one) -> one.time().opensAt())
                        .reversed())
                .toList();
    }

    private Map<UUID, Assignment> read(Set<? extends UUID> ids) {
        var read = list("select a from Assignment a left join fetch a.classes where a.id in ?1", ids);
        read.forEach(getEntityManager()::detach);
        return read.stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
    }

    /// Those of his classes, and those that he gave himself.
    public List<Assignment> ledBy(Caller teacher, Set<UUID> taught) {
        return list(
                "select a from Assignment a left join fetch a.classes"
                        + " where a.schoolId = ?1 and (a.assignedBy = ?3"
                        + " or exists (select 1 from Assignment b join b.classes c where b.id = a.id and c in ?2))"
                        + " order by a.time.opensAt desc",
                teacher.schoolId(),
                taught,
                teacher.id());
    }
}
