package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;

/// Whether somebody sits, or may still begin, with all that single learners were granted.
@ApplicationScoped
class StillToSit {
    private final Sittings sittings;
    private final Takers takers;

    StillToSit(Sittings sittings, Takers takers) {
        this.sittings = sittings;
        this.takers = takers;
    }

    boolean anybody(Assignment assignment, Instant now) {
        var byLearner =
                sittings.ofAssignment(assignment.id()).stream().collect(Collectors.groupingBy(Sitting::learnerId));
        if (byLearner.values().stream().flatMap(List::stream).anyMatch(one -> one.handedInAt() == null)) {
            return true;
        }
        Map<UUID, Needs> needs = takers.needs(assignment);
        return takers.of(assignment).stream().anyMatch(learner -> {
            var his = needs.getOrDefault(learner, Needs.NONE);
            int allowed = assignment.attemptsFor(his);
            int begun = byLearner.getOrDefault(learner, List.of()).size();
            return (allowed == 0 || begun < allowed)
                    && now.isBefore(assignment.windowFor(his).closesAt());
        });
    }
}
