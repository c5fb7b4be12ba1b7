package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Opens sittings and lays them out for their learner. Runs in the caller's transaction.
@ApplicationScoped
class Openings {
    private static final SecureRandom SEEDS = new SecureRandom();
    /// Without limit is still not for programs.
    private static final int MOST_ATTEMPTS = 500;

    private final Assignments assignments;
    private final Sittings sittings;
    private final Takers takers;
    private final AssignmentPolicy policy;
    private final Door door;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final Event<SittingsChanged> changed;

    Openings(
            Assignments assignments,
            Sittings sittings,
            Takers takers,
            AssignmentPolicy policy,
            Door door,
            PaperContents papers,
            SavedAnswers answers,
            Event<SittingsChanged> changed) {
        this.assignments = assignments;
        this.sittings = sittings;
        this.takers = takers;
        this.policy = policy;
        this.door = door;
        this.papers = papers;
        this.answers = answers;
        this.changed = changed;
    }

    /// The learner's sitting of the assignment: the one that is open, however often he asks; else the last one; a new
    /// one if there is none, or if he wants one.
    Opening open(Caller learner, Assignment assignment, Entry entry, Instant now) {
        var all = sittings.of(assignment.id(), learner.id());
        var current = current(all);
        if (current == null || current.handedInAt() != null && entry.wantsNew()) {
            return begin(learner, assignment, all, entry, now);
        }
        if (current.handedInAt() == null) {
            comeBack(current, assignment, entry, now);
        }
        int allowed = assignment.attemptsFor(takers.needs(assignment, learner.id()));
        return layOut(current, assignment, left(allowed, all.size()), now);
    }

    /// The one that is open, which the invigilator may have opened again; else the last one.
    private static @Nullable Sitting current(List<Sitting> all) {
        return all.stream()
                .filter(one -> one.handedInAt() == null)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getLast());
    }

    private void comeBack(Sitting sitting, Assignment assignment, Entry entry, Instant now) {
        door.checkPlace(assignment.conditions(), entry);
        bind(sitting, assignment, entry, now);
    }

    private void bind(Sitting sitting, Assignment assignment, Entry entry, Instant now) {
        var device = DeviceName.checked(entry.device());
        if (!assignment.conditions().oneDevice()) {
            return;
        }
        if (device != null) {
            claim(sitting, device, now);
        } else if (sitting.device() != null) {
            throw new Refusal.Conflict("sitting-on-another-device");
        }
    }

    /// Two devices may come for a sitting that was released: the first one has it.
    private void claim(Sitting sitting, String device, Instant now) {
        boolean isThere = sittings.isPersistent(sitting);
        if (isThere && sitting.device() == null) {
            sittings.toChange(sitting);
            changed.fire(new SittingsChanged(sitting.assignmentId()));
        }
        sitting.bind(device, now);
    }

    /// From the first statement on nobody changes the assignment or what is granted: the end that is reckoned here is
    /// the right one, or whoever changes it finds the sitting.
    private Opening begin(Caller learner, Assignment recent, List<Sitting> before, Entry entry, Instant now) {
        var beginning = assignments.toBegin(recent);
        var assignment = beginning.assignment();
        var taker = takers.taker(assignment, learner.id());
        policy.checkTake(learner, assignment, taker.invited());
        var needs = taker.needs();
        var wanted = Sitting.open(assignment, learner.id(), before.size() + 1, needs, SEEDS.nextLong(), now);
        int allowed = assignment.attemptsFor(needs);
        if (before.size() >= (allowed == 0 ? MOST_ATTEMPTS : allowed)) {
            throw new Refusal.Conflict("attempts-used-up");
        }
        door.checkBeginning(assignment, learner.id(), entry);
        bind(wanted, assignment, entry, now);
        var sitting = sittings.addOrGet(wanted, beginning.pausedAt());
        var left = left(allowed, sitting.attempt());
        if (sitting.id().equals(wanted.id())) {
            return layOut(sitting, assignment, left, SavedAnswers.Saved.NOTHING, now);
        }
        bind(sitting, assignment, entry, now);
        return layOut(sitting, assignment, left, now);
    }

    /// After a reload.
    Opening again(Sitting sitting, Assignment assignment, Instant now) {
        if (sitting.handedInAt() == null) {
            door.checkPlace(assignment.conditions(), Entry.PLAIN);
        }
        int begun = sittings.of(assignment.id(), sitting.learnerId()).size();
        int allowed = assignment.attemptsFor(takers.needs(assignment, sitting.learnerId()));
        return layOut(sitting, assignment, left(allowed, begun), now);
    }

    private static @Nullable Integer left(int allowed, int begun) {
        return allowed == 0 ? null : Math.max(0, allowed - begun);
    }

    private Opening layOut(Sitting sitting, Assignment assignment, @Nullable Integer left, Instant now) {
        return layOut(sitting, assignment, left, answers.saved(sitting.id()), now);
    }

    private Opening layOut(
            Sitting sitting, Assignment assignment, @Nullable Integer left, SavedAnswers.Saved saved, Instant now) {
        var conditions = assignment.conditions();
        return new Opening(
                sitting.id(),
                assignment.id(),
                assignment.title(),
                sitting.attempt(),
                left,
                conditions.mode(),
                conditions.paging(),
                conditions.oneDevice(),
                conditions.shown(),
                assignment.message(),
                now,
                sitting.startedAt(),
                sitting.closesAt(),
                sitting.pausedAt(),
                sitting.device() != null,
                ShownPaper.of(papers.of(assignment), assignment.shuffling(), sitting.seed()),
                saved.answers(),
                saved.lastSeq(),
                sitting.handedInAt());
    }
}
