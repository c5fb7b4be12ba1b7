package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.lopmo.platform.refusal.Refusal;

/// What was given to classes, for those who lead them: how far they are, results, and showing these to learners.
@Path("/assignments")
class AssignmentsResource {
    private final MarkingDesk desk;
    private final LedAssignments led;
    private final AssignmentBoard board;
    private final ClassResults results;
    private final Releasing releasing;
    private final MarkingSettings settings;
    private final StillToSit stillToSit;
    private final Clock clock;

    AssignmentsResource(
            MarkingDesk desk,
            LedAssignments led,
            AssignmentBoard board,
            ClassResults results,
            Releasing releasing,
            MarkingSettings settings,
            StillToSit stillToSit,
            Clock clock) {
        this.desk = desk;
        this.led = led;
        this.board = board;
        this.results = results;
        this.releasing = releasing;
        this.settings = settings;
        this.stillToSit = stillToSit;
        this.clock = clock;
    }

    record Released(int released) {}

    /// @param marks always: keys alone are not released
    /// @param explanations the same as answers if it is not said
    /// @param reviewDays how long a learner may ask for a review
    record ToRelease(
            @Nullable Boolean marks,
            boolean answers,
            @Nullable Boolean explanations,
            @Nullable @Min(0) @Max(60) Integer reviewDays) {
        Release.Shows shows() {
            return new Release.Shows(answers, explanations == null ? answers : explanations);
        }
    }

    @GET
    @Transactional
    public List<AssignmentBoard.Line> list(@QueryParam("classId") @Nullable UUID classId) {
        var all = led.of(desk.caller());
        return board.lines(
                classId == null
                        ? all
                        : all.stream()
                                .filter(one -> one.classes().contains(classId))
                                .toList());
    }

    @GET
    @Path("/{id}")
    @Transactional
    public AssignmentBoard.Line get(UUID id) {
        return board.line(desk.assignment(id));
    }

    /// Who was named to mark second sees no totals: they would tell the first marks.
    @GET
    @Path("/{id}/results")
    @Transactional
    public ClassResults.View results(UUID id) {
        var assignment = desk.assignment(id);
        var all = results.of(assignment, clock.instant());
        boolean second = settings.of(id).secondMarkers().contains(desk.caller().id());
        return second ? all.withoutMarks() : all;
    }

    @POST
    @Path("/{id}/release")
    @Transactional
    public Released release(UUID id, @NotNull @Valid ToRelease wanted) {
        var assignment = desk.assignment(id);
        var now = clock.instant();
        if (Boolean.FALSE.equals(wanted.marks)) {
            throw new Refusal.Invalid("release-without-marks");
        }
        var shows = wanted.shows();
        releasing.hold(id);
        if (shows.answers() || shows.explanations()) {
            checkNobodyIsStillToSit(assignment, now);
        }
        if (wanted.reviewDays != null) {
            settings.put(id, settings.of(id).reviewable(wanted.reviewDays));
        }
        return new Released(releasing.release(assignment, shows, now));
    }

    /// Keys that some have seen are known to all: they wait for the last who may still sit.
    private void checkNobodyIsStillToSit(Assignment assignment, Instant now) {
        if (stillToSit.anybody(assignment, now)) {
            throw new Refusal.Conflict("assignment-still-open");
        }
    }
}
