package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.assessment.marking.SlotMarks.Put;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.HeldAccepted;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.SittingReopened;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// What becomes of marks when a sitting changes after it was handed in: in the transaction of that change.
@ApplicationScoped
class LateMarking {
    /// What was held counts from the moment that it was settled.
    private static final String ACCEPTED = "select distinct slot from late_step where sitting_id = :id"
            + " and outcome = 'ACCEPTED' and settled_at = :at";

    private final PaperContents papers;
    private final SavedAnswers answers;
    private final SlotMarks marks;
    private final SecondMarks seconds;
    private final Releases releases;
    private final Releasing releasing;
    private final Assignments assignments;
    private final CurrentCaller caller;
    private final EntityManager database;

    LateMarking(
            PaperContents papers,
            SavedAnswers answers,
            SlotMarks marks,
            SecondMarks seconds,
            Releases releases,
            Releasing releasing,
            Assignments assignments,
            CurrentCaller caller,
            EntityManager database) {
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
        this.seconds = seconds;
        this.releases = releases;
        this.releasing = releasing;
        this.assignments = assignments;
        this.caller = caller;
        this.database = database;
    }

    /// What was answered anew is marked anew, even where a person had marked: that mark was for another answer.
    void accepted(@Observes HeldAccepted event) {
        var paper = papers.ofAssignment(event.assignmentId());
        var marked = marks.of(event.sittingId());
        var given = answers.of(event.sittingId());
        var puts = new ArrayList<Put>();
        for (var slot : slots(event)) {
            var was = marked.get(slot);
            if (was != null) {
                var question = paper.question(slot);
                var is = SlotMark.byKey(slot, question.earned(answers.read(given.get(slot))), question.points());
                puts.add(new Put(event.sittingId(), is));
            }
        }
        seconds.drop(
                event.sittingId(), puts.stream().map(put -> put.mark().slot()).toList());
        marks.change(puts, new Why(Cause.HELD, caller.get().id(), null), event.at());
        renew(event, puts.stream().map(Put::mark).toList());
    }

    /// A result that the learner has seen shows what was accepted, as soon as all of it is marked.
    private void renew(HeldAccepted event, List<SlotMark> changed) {
        var release = releases.of(event.sittingId()).orElse(null);
        if (release != null && changed.stream().noneMatch(SlotMark::isPending)) {
            releasing.renew(release, changed, event.at());
            var assignment = assignments.findById(event.assignmentId());
            releasing.tell(assignment, papers.of(assignment), event.at());
        }
    }

    private Set<UUID> slots(HeldAccepted event) {
        List<?> rows = database.createNativeQuery(ACCEPTED, Object.class)
                .setParameter("id", event.sittingId())
                .setParameter("at", event.at())
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /// Its marks are void; the history keeps them. Handing in again marks it anew.
    ///
    /// @throws Refusal.Conflict if the learner has seen them, or others have seen the keys
    void reopened(@Observes SittingReopened event) {
        if (releases.of(event.sittingId()).isPresent()) {
            throw new Refusal.Conflict("sitting-released");
        }
        if (releases.showKeys(event.assignmentId())) {
            throw new Refusal.Conflict("assignment-answers-shown");
        }
        marks.drop(event.sittingId(), new Why(Cause.REOPENED, caller.get().id(), null), event.at());
    }
}
