package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.caller.Caller;

/// Opens sittings and lays them out for their learner. Runs in the caller's transaction.
@ApplicationScoped
class Openings {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final Sittings sittings;
    private final AssignmentPolicy policy;
    private final PaperContents papers;
    private final SavedAnswers answers;

    Openings(Sittings sittings, AssignmentPolicy policy, PaperContents papers, SavedAnswers answers) {
        this.sittings = sittings;
        this.policy = policy;
        this.papers = papers;
        this.answers = answers;
    }

    /// The learner's sitting of the assignment: the one he has, however often he asks, or else a new one.
    Opening open(Caller learner, Assignment assignment, Instant now) {
        var sitting = sittings.of(assignment.id(), learner.id()).orElseGet(() -> begin(learner, assignment, now));
        return layOut(sitting, assignment, now);
    }

    private Sitting begin(Caller learner, Assignment assignment, Instant now) {
        policy.checkTake(learner, assignment);
        return sittings.addOrGet(Sitting.open(assignment, learner.id(), SEEDS.nextLong(), now));
    }

    Opening layOut(Sitting sitting, Assignment assignment, Instant now) {
        return new Opening(
                sitting.id(),
                assignment.id(),
                assignment.title(),
                now,
                sitting.startedAt(),
                sitting.closesAt(),
                ShownPaper.of(papers.of(assignment), assignment.shuffling(), sitting.seed()),
                answers.of(sitting.id()),
                answers.lastSeq(sitting.id()),
                sitting.handedInAt());
    }
}
