package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.sitting.NeedsChanged;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.refusal.Refusal;

/// Whether somebody sits, or may still begin, with all that single learners were granted. Once a learner has seen right
/// answers, nobody may.
@ApplicationScoped
class StillToSit {
    private final Sittings sittings;
    private final Takers takers;
    private final Assignments assignments;
    private final Releases releases;

    StillToSit(Sittings sittings, Takers takers, Assignments assignments, Releases releases) {
        this.sittings = sittings;
        this.takers = takers;
        this.assignments = assignments;
        this.releases = releases;
    }

    /// @throws Refusal.Conflict if he could begin although others have seen the keys
    void granted(@Observes NeedsChanged event) {
        if (!releases.showKeys(event.assignmentId())) {
            return;
        }
        var assignment = assignments.get(event.schoolId(), event.assignmentId());
        var learner = event.learnerId();
        int begun = sittings.of(assignment.id(), learner).size();
        if (mayBegin(assignment, takers.needs(assignment, learner), begun, event.at())) {
            throw new Refusal.Conflict("assignment-answers-shown");
        }
    }

    boolean anybody(Assignment assignment, Instant now) {
        var byLearner =
                sittings.ofAssignment(assignment.id()).stream().collect(Collectors.groupingBy(Sitting::learnerId));
        if (byLearner.values().stream().flatMap(List::stream).anyMatch(one -> one.handedInAt() == null)) {
            return true;
        }
        Map<UUID, Needs> needs = takers.needs(assignment);
        return takers.of(assignment).stream().anyMatch(learner -> {
            int begun = byLearner.getOrDefault(learner, List.of()).size();
            return mayBegin(assignment, needs.getOrDefault(learner, Needs.NONE), begun, now);
        });
    }

    private static boolean mayBegin(Assignment assignment, Needs needs, int begun, Instant now) {
        int allowed = assignment.attemptsFor(needs);
        return (allowed == 0 || begun < allowed)
                && now.isBefore(assignment.windowFor(needs).closesAt());
    }
}
