package vn.lopmo.assessment.marking;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// What a learner has to take, takes, and has taken.
@Path("/my/assignments")
class MyAssignmentsResource {
    private static final String ANSWERED = """
            select count(*) from
                (select distinct on (slot) answer from answer_step where sitting_id = :id order by slot, seq desc) s
            where answer is not null""";

    private final Assignments assignments;
    private final ClassMembers members;
    private final Sittings sittings;
    private final Releases releases;
    private final PaperContents papers;
    private final EntityManager database;
    private final CurrentCaller caller;
    private final Clock clock;

    MyAssignmentsResource(
            Assignments assignments,
            ClassMembers members,
            Sittings sittings,
            Releases releases,
            PaperContents papers,
            EntityManager database,
            CurrentCaller caller,
            Clock clock) {
        this.assignments = assignments;
        this.members = members;
        this.sittings = sittings;
        this.releases = releases;
        this.papers = papers;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    enum State {
        NOT_OPEN,
        OPEN,
        TAKING,
        HANDED_IN,
        RELEASED,
        MISSED
    }

    record Line(
            UUID id,
            String title,
            String subject,
            Instant opensAt,
            Instant closesAt,
            int minutes,
            int questions,
            State state,
            @Nullable UUID sittingId,
            @Nullable Integer answered,
            @Nullable BigDecimal mark,
            BigDecimal maxMark) {}

    @GET
    @Transactional
    public List<Line> list() {
        var asking = caller.get();
        if (!asking.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var own = sittings.ofLearner(asking.id()).stream()
                .collect(Collectors.toMap(Sitting::assignmentId, Function.identity()));
        var released = releases.ofAll(own.values().stream().map(Sitting::id).toList());
        return assignments.ofClasses(asking.schoolId(), members.classesOf(asking.id(), Part.STUDENT)).stream()
                .map(one -> line(one, own.get(one.id()), released))
                .toList();
    }

    private Line line(Assignment assignment, @Nullable Sitting sitting, Map<UUID, Release> released) {
        var paper = papers.of(assignment);
        var release = sitting == null ? null : released.get(sitting.id());
        return new Line(
                assignment.id(),
                assignment.title(),
                paper.headings().subject(),
                assignment.time().opensAt(),
                assignment.time().closesAt(),
                assignment.time().minutes(),
                paper.questions().size(),
                state(assignment, sitting, release, clock.instant()),
                sitting == null ? null : sitting.id(),
                sitting == null ? null : answered(sitting.id()),
                release == null ? null : release.mark(),
                paper.points());
    }

    private static State state(
            Assignment assignment, @Nullable Sitting sitting, @Nullable Release release, Instant now) {
        if (release != null) {
            return State.RELEASED;
        }
        if (sitting != null) {
            return sitting.handedInAt() == null && now.isBefore(sitting.closesAt()) ? State.TAKING : State.HANDED_IN;
        }
        if (now.isBefore(assignment.time().opensAt())) {
            return State.NOT_OPEN;
        }
        return now.isBefore(assignment.time().closesAt()) ? State.OPEN : State.MISSED;
    }

    private int answered(UUID sittingId) {
        var count = (Number) database.createNativeQuery(ANSWERED, Object.class)
                .setParameter("id", sittingId)
                .getSingleResult();
        return count.intValue();
    }
}
