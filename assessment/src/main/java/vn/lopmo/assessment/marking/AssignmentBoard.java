package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.Release.Shows;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.paper.Decision;
import vn.lopmo.assessment.paper.PaperContents;

/// How far the classes are with what was given to them.
@ApplicationScoped
class AssignmentBoard {
    /// Learners, not sittings: who takes a second go counts once, and as somebody who is taking it.
    private static final String COUNTS = """
            select a.id as id,
                (select count(*) from (
                    select m.person_id from class_member m join assignment_class c on c.class_id = m.class_id
                        where c.assignment_id = a.id and m.role = 'STUDENT' and m.active
                    union select l from unnest(a.learners) l) expected) as learners,
                count(*) filter (where s.taking) as taking,
                count(*) filter (where s.handed_in and not s.taking) as handed_in,
                count(*) filter (where s.to_mark) as to_mark,
                count(*) filter (where s.released) as released,
                count(*) filter (where s.held) as held,
                count(*) filter (where s.unreleased and a.released_at is not null) as unreleased,
                coalesce(bool_or(s.answers), false) as answers,
                coalesce(bool_or(s.explanations), false) as explanations
            from assignment a left join lateral (
                select bool_or(s.handed_in_at is null) as taking, bool_or(s.handed_in_at is not null) as handed_in,
                    bool_or(exists (select 1 from current_mark k where k.sitting_id = s.id
                        and (k.mark is null or k.unsettled))) as to_mark,
                    bool_or(r.sitting_id is not null) as released,
                    bool_or(s.handed_in_at is not null and not exists (select 1 from current_mark k
                        where k.sitting_id = s.id and (k.mark is null or k.unsettled)))
                        and not bool_or(r.sitting_id is not null) as unreleased,
                    bool_or(exists (select 1 from late_step l where l.sitting_id = s.id and l.outcome is null)) as held,
                    bool_or(r.answers) as answers,
                    bool_or(r.explanations) as explanations
                from sitting s left join release r on r.sitting_id = s.id
                where s.assignment_id = a.id group by s.learner_id) s on true
            where a.id in (:ids) group by a.id""";

    private final EntityManager database;
    private final PaperContents papers;

    AssignmentBoard(EntityManager database, PaperContents papers) {
        this.database = database;
        this.papers = papers;
    }

    /// @param held       of whom work came late that waits for a decision
    /// @param unreleased who are marked to the end and have seen no marks of any try, though others have
    record Counts(int learners, int taking, int handedIn, int toMark, int released, int held, int unreleased) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    private record Standing(Counts counts, Shows shown) {
        private static final Standing NONE = new Standing(Counts.NONE, new Shows(false, false));
    }

    /// @param classIds without those that are groups
    /// @param shown what those who have their marks see beside them
    /// @param conditions all of them, the passcode too: for staff only
    record Line(
            UUID id,
            String title,
            UUID paperId,
            String subject,
            List<UUID> classIds,
            List<UUID> groupIds,
            List<UUID> learnerIds,
            UUID assignedBy,
            Instant opensAt,
            Instant closesAt,
            int minutes,
            int questions,
            BigDecimal maxMark,
            Counts counts,
            @Nullable Instant releasedAt,
            Shows shown,
            Conditions conditions,
            @Nullable String message,
            @Nullable Decision decision,
            boolean awaitsDecision) {}

    List<Line> lines(List<Assignment> assignments) {
        var standings = standings(assignments.stream().map(Assignment::id).toList());
        return assignments.stream()
                .map(one -> line(one, standings.getOrDefault(one.id(), Standing.NONE)))
                .toList();
    }

    Line line(Assignment assignment) {
        return lines(List.of(assignment)).getFirst();
    }

    private Line line(Assignment assignment, Standing standing) {
        var paper = papers.of(assignment);
        return new Line(
                assignment.id(),
                assignment.title(),
                assignment.paper().paperId(),
                paper.headings().subject(),
                assignment.classes().stream()
                        .filter(one -> !assignment.groups().contains(one))
                        .sorted()
                        .toList(),
                assignment.groups(),
                assignment.learners(),
                assignment.assignedBy(),
                assignment.time().opensAt(),
                assignment.time().closesAt(),
                assignment.time().minutes(),
                paper.questions().size(),
                paper.points(),
                standing.counts,
                assignment.releasedAt(),
                standing.shown,
                assignment.conditions(),
                assignment.message(),
                assignment.decision(),
                assignment.awaitsDecision());
    }

    private Map<UUID, Standing> standings(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), AssignmentBoard::ofRow));
    }

    private static Standing ofRow(Tuple row) {
        var counts = new Counts(
                count(row, "learners"),
                count(row, "taking"),
                count(row, "handed_in"),
                count(row, "to_mark"),
                count(row, "released"),
                count(row, "held"),
                count(row, "unreleased"));
        return new Standing(
                counts, new Shows(row.get("answers", Boolean.class), row.get("explanations", Boolean.class)));
    }

    private static int count(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }
}
