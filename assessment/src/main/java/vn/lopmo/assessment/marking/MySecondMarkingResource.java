package vn.lopmo.assessment.marking;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.caller.CurrentCaller;

/// Where somebody was named to mark a second time: he may lead none of it, and would not find it otherwise.
@Path("/my/second-marking")
class MySecondMarkingResource {
    private static final String NAMED = """
            select m.assignment_id from marking_setting m join assignment a on a.id = m.assignment_id
            where :marker = any(m.second_markers) and a.school_id = :school order by a.closes_at desc limit 50""";

    private static final String HANDED_IN =
            "select count(*) from sitting where assignment_id = :id and handed_in_at is not null";

    private static final String SEEN = """
            select m.slot, count(*) as seen from second_mark m join sitting s on s.id = m.sitting_id
            where s.assignment_id = :id and m.mark is not null group by m.slot""";

    private final EntityManager database;
    private final Assignments assignments;
    private final PaperContents papers;
    private final AssignmentPolicy policy;
    private final CurrentCaller caller;

    MySecondMarkingResource(
            EntityManager database,
            Assignments assignments,
            PaperContents papers,
            AssignmentPolicy policy,
            CurrentCaller caller) {
        this.database = database;
        this.assignments = assignments;
        this.papers = papers;
        this.policy = policy;
        this.caller = caller;
    }

    /// @param slot the first question with answers that wait, else the first of all
    /// @param waiting answers that nobody has marked a second time, over all questions
    record Line(UUID assignmentId, String title, Instant closesAt, UUID slot, long waiting) {}

    private record Pile(UUID slot, long waiting) {}

    /// The latest first; papers without a question for a person are left out.
    @GET
    @Transactional
    public List<Line> list() {
        var asking = caller.get();
        policy.checkStaff(asking);
        List<?> named = database.createNativeQuery(NAMED, UUID.class)
                .setParameter("marker", asking.id())
                .setParameter("school", asking.schoolId())
                .getResultList();
        return named.stream()
                .map(id -> assignments.get(asking.schoolId(), (UUID) id))
                .flatMap(one -> line(one).stream())
                .toList();
    }

    private Optional<Line> line(Assignment assignment) {
        var piles = piles(assignment);
        return piles.stream()
                .filter(pile -> pile.waiting > 0)
                .findFirst()
                .or(() -> piles.stream().findFirst())
                .map(pile -> new Line(
                        assignment.id(),
                        assignment.title(),
                        assignment.time().closesAt(),
                        pile.slot,
                        piles.stream().mapToLong(Pile::waiting).sum()));
    }

    private List<Pile> piles(Assignment assignment) {
        long all = ((Number) database.createNativeQuery(HANDED_IN)
                        .setParameter("id", assignment.id())
                        .getSingleResult())
                .longValue();
        List<?> rows = database.createNativeQuery(SEEN, Tuple.class)
                .setParameter("id", assignment.id())
                .getResultList();
        var seen = rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("slot", UUID.class), row -> row.get("seen", Number.class)
                        .longValue()));
        return papers.of(assignment).questions().stream()
                .filter(question -> question.item() instanceof Item.Essay)
                .map(Question::id)
                .map(slot -> new Pile(slot, all - seen.getOrDefault(slot, 0L)))
                .toList();
    }
}
