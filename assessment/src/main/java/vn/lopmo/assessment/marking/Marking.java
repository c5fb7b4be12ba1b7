package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.SittingHandedIn;
import vn.lopmo.assessment.sitting.Sittings;

/// Marks by the key, in the transaction of handing in.
@ApplicationScoped
class Marking {
    private final Sittings sittings;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final SlotMarks marks;

    Marking(Sittings sittings, PaperContents papers, SavedAnswers answers, SlotMarks marks) {
        this.sittings = sittings;
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
    }

    void handedIn(@Observes SittingHandedIn event) {
        // the row is written, hence locked, before the key is read: a correction made now either sees this sitting
        // as handed in or is seen here (KeyCorrection)
        sittings.flush();
        var paper = papers.ofAssignment(event.assignmentId());
        var given = answers.of(event.sittingId());
        var earned = paper.questions().stream()
                .map(question -> SlotMark.byKey(
                        question.id(),
                        question.earned(answers.read(given.get(question.id()))),
                        question.points()))
                .toList();
        marks.byKey(event.sittingId(), earned, event.at());
    }
}
