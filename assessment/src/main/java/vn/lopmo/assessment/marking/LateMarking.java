package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.SlotMarks.Put;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.AnswersChanged;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.SittingReopened;
import vn.lopmo.platform.refusal.Refusal;

/// What becomes of marks when a sitting changes after it was handed in: in the transaction of that change.
@ApplicationScoped
class LateMarking {
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final SlotMarks marks;
    private final SecondMarks seconds;
    private final Releases releases;
    private final Releasing releasing;
    private final Assignments assignments;

    LateMarking(
            PaperContents papers,
            SavedAnswers answers,
            SlotMarks marks,
            SecondMarks seconds,
            Releases releases,
            Releasing releasing,
            Assignments assignments) {
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
        this.seconds = seconds;
        this.releases = releases;
        this.releasing = releasing;
        this.assignments = assignments;
    }

    /// What was answered anew is marked anew, even where a person had marked: that mark was for another answer.
    void changed(@Observes AnswersChanged event) {
        var paper = papers.ofAssignment(event.assignmentId());
        var marked = marks.of(event.sittingId());
        var given = answers.of(event.sittingId());
        var puts = new ArrayList<Put>();
        for (var slot : event.slots()) {
            var was = marked.get(slot);
            var question = paper.question(slot);
            var is = SlotMark.byKey(slot, question.earned(answers.read(given.get(slot))), question.points());
            if (was != null && !was.isStill(is)) {
                puts.add(new Put(event.sittingId(), is));
            }
        }
        if (puts.isEmpty()) {
            return;
        }
        seconds.drop(
                event.sittingId(), puts.stream().map(put -> put.mark().slot()).toList());
        marks.change(puts, why(event.accepted()), event.at());
        renew(event, puts.stream().map(Put::mark).toList());
    }

    /// What was acknowledged in time is marked by the key as at hand-in.
    private static Why why(AnswersChanged.@Nullable Accepted accepted) {
        return accepted == null
                ? new Why(Cause.KEY, null, null)
                : new Why(Cause.HELD, accepted.by(), accepted.reason());
    }

    /// A result that the learner has seen shows what was accepted, as soon as all of it is marked.
    private void renew(AnswersChanged event, List<SlotMark> changed) {
        var release = releases.of(event.sittingId()).orElse(null);
        if (release != null && changed.stream().noneMatch(SlotMark::isPending)) {
            releasing.renew(release, changed, event.at());
            var assignment = assignments.findById(event.assignmentId());
            releasing.tell(assignment, papers.of(assignment), event.at());
        }
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
        marks.drop(event.sittingId(), new Why(Cause.REOPENED, event.by(), event.reason()), event.at());
    }
}
