package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// Who takes an assignment, and what each is granted: by name at the assignment, or else as he always is.
@ApplicationScoped
public class Takers {
    private static final String ONE = """
            select exists (select 1 from class_member m where m.person_id = one.id
                        and m.role = 'STUDENT' and m.active and m.class_id = any(?)),
                h.learner_id, h.extra_minutes, h.opens_at, h.closes_at, h.attempts, s.extra_percent
            from (select ?::uuid) one (id)
            left join assignment_need h on h.assignment_id = ? and h.learner_id = one.id
            left join learner_need s on s.learner_id = one.id and s.school_id = ?""";

    private static final String ALL = """
            select l.id as learner_id, h.learner_id as here, h.extra_minutes, h.opens_at, h.closes_at, h.attempts,
                coalesce(h.note, s.note) as note, s.extra_percent
            from unnest(:ids) l(id)
            left join assignment_need h on h.assignment_id = :assignment and h.learner_id = l.id
            left join learner_need s on s.learner_id = l.id and s.school_id = :school
            where h.learner_id is not null or s.extra_percent > 0
            order by l.id""";

    private static final String HERE = """
            select assignment_id, extra_minutes, opens_at, closes_at, attempts, null::int
            from assignment_need where learner_id = ?
            union all
            select null, 0, null, null, null, extra_percent from learner_need where learner_id = ? and school_id = ?""";

    private final ClassMembers members;
    private final EntityManager database;
    private final Rows rows;

    Takers(ClassMembers members, EntityManager database, Rows rows) {
        this.members = members;
        this.database = database;
        this.rows = rows;
    }

    /// @param invited whether it was given to him or one of his classes
    public record Taker(boolean invited, Needs needs) {}

    /// Where a grant comes from.
    public enum Source {
        STANDING,
        HERE
    }

    public record Grant(
            UUID learnerId, Needs needs, @Nullable String note, Source source) {}

    /// The learners who should take it, each once.
    public List<UUID> of(Assignment assignment) {
        var all = new TreeSet<>(assignment.learners());
        if (!assignment.classes().isEmpty()) {
            all.addAll(members.learners(assignment.classes()));
        }
        return List.copyOf(all);
    }

    /// One query: this is asked at every opening.
    public Taker taker(Assignment assignment, UUID learnerId) {
        boolean byName = assignment.learners().contains(learnerId);
        return rows.first(
                        ONE,
                        row -> new Taker(byName || row.is(1), needs(row, assignment)),
                        array(assignment.classes()),
                        learnerId,
                        assignment.id(),
                        assignment.schoolId())
                .orElseThrow();
    }

    public Needs needs(Assignment assignment, UUID learnerId) {
        return taker(assignment, learnerId).needs;
    }

    /// What is granted to those who take it, without those who are granted nothing.
    public List<Grant> grants(Assignment assignment) {
        var ids = new TreeSet<>(of(assignment));
        List<?> rows = database.createNativeQuery(ALL, Tuple.class)
                .setParameter("ids", array(ids))
                .setParameter("assignment", assignment.id())
                .setParameter("school", assignment.schoolId())
                .getResultList();
        return rows.stream().map(row -> grant((Tuple) row, assignment)).toList();
    }

    /// By learner; who is granted nothing is not in it.
    public Map<UUID, Needs> needs(Assignment assignment) {
        var needs = new HashMap<UUID, Needs>();
        grants(assignment).forEach(grant -> needs.put(grant.learnerId, grant.needs));
        return needs;
    }

    /// What one learner is granted at each of these assignments, if anything.
    public Map<UUID, Needs> needsOf(Caller learner, Collection<Assignment> assignments) {
        var own = rows.list(HERE, Own::read, learner.id(), learner.id(), learner.schoolId());
        var needs = new HashMap<UUID, Needs>();
        for (var one : own) {
            if (one.assignment == null) {
                assignments.forEach(each -> needs.putIfAbsent(each.id(), always(one.percent, each)));
            } else {
                needs.put(one.assignment, one.needs);
            }
        }
        return needs;
    }

    /// What a learner is granted.
    ///
    /// @param assignment where, or null for everywhere: then the percent counts
    private record Own(
            @Nullable UUID assignment,
            Needs needs,
            @Nullable Integer percent) {
        static Own read(Row row) throws SQLException {
            var needs = new Needs(row.number(2), row.timeOrNull(3), row.timeOrNull(4), row.numberOrNull(5));
            return new Own(row.uuidOrNull(1), needs, row.numberOrNull(6));
        }
    }

    private static Grant grant(Tuple row, Assignment assignment) {
        boolean here = row.get("here", UUID.class) != null;
        return new Grant(
                row.get("learner_id", UUID.class),
                needs(row, here, assignment),
                row.get("note", String.class),
                here ? Source.HERE : Source.STANDING);
    }

    private static Needs needs(Row row, Assignment assignment) throws SQLException {
        if (row.uuidOrNull(2) != null) {
            return new Needs(row.number(3), row.timeOrNull(4), row.timeOrNull(5), row.numberOrNull(6));
        }
        return always(row.numberOrNull(7), assignment);
    }

    private static Needs needs(Tuple row, boolean here, Assignment assignment) {
        if (here) {
            return new Needs(
                    row.get("extra_minutes", Integer.class),
                    row.get("opens_at", Instant.class),
                    row.get("closes_at", Instant.class),
                    row.get("attempts", Integer.class));
        }
        return always(row.get("extra_percent", Integer.class), assignment);
    }

    private static Needs always(@Nullable Integer percent, Assignment assignment) {
        return percent == null
                ? Needs.NONE
                : Needs.ofPercent(percent, assignment.time().minutes());
    }

    private static UUID[] array(Iterable<UUID> ids) {
        var list = new ArrayList<UUID>();
        ids.forEach(list::add);
        return list.toArray(UUID[]::new);
    }
}
