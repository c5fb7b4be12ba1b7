package vn.lopmo.assessment.marking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// What a learner has to take, takes, and has taken.
@Path("/my/assignments")
class MyAssignmentsResource {
    private final Assignments assignments;
    private final Takers takers;
    private final Sittings sittings;
    private final Releases releases;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final CurrentCaller caller;
    private final Clock clock;

    MyAssignmentsResource(
            Assignments assignments,
            Takers takers,
            Sittings sittings,
            Releases releases,
            PaperContents papers,
            SavedAnswers answers,
            CurrentCaller caller,
            Clock clock) {
        this.assignments = assignments;
        this.takers = takers;
        this.sittings = sittings;
        this.releases = releases;
        this.papers = papers;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    /// Every learner's home asks for it: a few plain statements, and no transaction around them.
    @GET
    public List<MyAssignment> list() {
        var asking = caller.get();
        if (!asking.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var given = assignments.ofLearner(asking);
        var goes = goes(asking);
        var needs = takers.needsOf(asking, given);
        return given.stream().map(one -> line(one, goes, needs)).toList();
    }

    /// What the learner did so far: three queries for all of his assignments. Answers are counted in the goes that he
    /// still takes only: all that he ever typed would be read each time his home opens.
    private record Goes(
            Map<UUID, List<Sitting>> byAssignment, Map<UUID, BigDecimal> released, Map<UUID, Integer> answered) {}

    private Goes goes(Caller learner) {
        var all = sittings.ofLearner(learner.id());
        var open = all.stream().filter(one -> one.handedInAt() == null).map(Sitting::id);
        return new Goes(
                all.stream().collect(Collectors.groupingBy(Sitting::assignmentId)),
                releases.marks(all.stream().map(Sitting::id).toList()),
                answers.counts(open.toList()));
    }

    private MyAssignment line(Assignment assignment, Goes goes, Map<UUID, Needs> needs) {
        return MyAssignment.of(
                assignment,
                papers.of(assignment),
                needs.getOrDefault(assignment.id(), Needs.NONE),
                goes.byAssignment.getOrDefault(assignment.id(), List.of()),
                goes.released,
                goes.answered,
                clock.instant());
    }
}
