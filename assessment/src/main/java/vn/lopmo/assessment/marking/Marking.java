package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.SittingHandedIn;

/// Marks by the key, in the transaction of handing in.
@ApplicationScoped
class Marking {
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final KeyMarks marks;

    Marking(PaperContents papers, SavedAnswers answers, KeyMarks marks) {
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
    }

    void handedIn(@Observes SittingHandedIn event) {
        // the sitting's row is locked by now: a correction of the key either sees it handed in or is seen here
        var paper = papers.of(event.assignmentId(), event.paper(), event.corrections());
        var given = event.answers();
        var earned = paper.questions().stream()
                .map(question -> SlotMark.byKey(
                        question.id(), question.earned(answers.read(given.get(question.id()))), question.points()))
                .toList();
        if (event.touched()) {
            marks.putAgain(event.sittingId(), earned, event.at());
        } else {
            marks.put(event.sittingId(), earned, event.at());
        }
    }
}
