package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// What was given to classes, for those who lead them: how far they are, results, and showing these to learners.
@Path("/assignments")
class AssignmentsResource {
    private final Assignments assignments;
    private final AssignmentPolicy policy;
    private final ClassMembers members;
    private final AssignmentBoard board;
    private final ClassResults results;
    private final Releasing releasing;
    private final StillToSit stillToSit;
    private final CurrentCaller caller;
    private final Clock clock;

    AssignmentsResource(
            Assignments assignments,
            AssignmentPolicy policy,
            ClassMembers members,
            AssignmentBoard board,
            ClassResults results,
            Releasing releasing,
            StillToSit stillToSit,
            CurrentCaller caller,
            Clock clock) {
        this.assignments = assignments;
        this.policy = policy;
        this.members = members;
        this.board = board;
        this.results = results;
        this.releasing = releasing;
        this.stillToSit = stillToSit;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param marks always: keys alone are not released
    /// @param explanations the same as answers if it is not said
    record ToRelease(
            @Nullable Boolean marks,
            boolean answers,
            @Nullable Boolean explanations) {
        Release.Shows shows() {
            return new Release.Shows(answers, explanations == null ? answers : explanations);
        }
    }

    record Released(int released) {}

    @GET
    @Transactional
    public List<AssignmentBoard.Line> list(@QueryParam("classId") @Nullable UUID classId) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var led = led(asking);
        return board.lines(
                classId == null
                        ? led
                        : led.stream()
                                .filter(one -> one.classes().contains(classId))
                                .toList());
    }

    private List<Assignment> led(Caller asking) {
        return policy.leadsAll(asking)
                ? assignments.ofSchool(asking.schoolId())
                : assignments.ledBy(asking, members.classesOf(asking.id(), Part.TEACHER));
    }

    @GET
    @Path("/{id}")
    @Transactional
    public AssignmentBoard.Line get(UUID id) {
        return board.line(led(id));
    }

    @GET
    @Path("/{id}/results")
    @Transactional
    public ClassResults.View results(UUID id) {
        return results.of(led(id), clock.instant());
    }

    @POST
    @Path("/{id}/release")
    @Transactional
    public Released release(UUID id, @NotNull ToRelease wanted) {
        var assignment = led(id);
        var now = clock.instant();
        if (Boolean.FALSE.equals(wanted.marks)) {
            throw new Refusal.Invalid("release-without-marks");
        }
        var shows = wanted.shows();
        if (shows.answers() || shows.explanations()) {
            checkNobodyIsStillToSit(assignment, now);
        }
        return new Released(releasing.release(assignment, shows, now));
    }

    /// Keys that some have seen are known to all: they wait for the last who may still sit.
    private void checkNobodyIsStillToSit(Assignment assignment, Instant now) {
        if (stillToSit.anybody(assignment, now)) {
            throw new Refusal.Conflict("assignment-still-open");
        }
    }

    private Assignment led(UUID id) {
        var asking = caller.get();
        policy.checkStaff(asking);
        var assignment = assignments.get(asking.schoolId(), id);
        policy.checkLead(asking, assignment);
        return assignment;
    }
}
