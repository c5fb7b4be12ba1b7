package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.SittingHandedIn;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Gives marks: by the key in the transaction of handing in, by a person afterwards.
@ApplicationScoped
class Marking {
    private final Sittings sittings;
    private final Assignments assignments;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final SlotMarks marks;

    Marking(Sittings sittings, Assignments assignments, PaperContents papers, SavedAnswers answers, SlotMarks marks) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
    }

    void handedIn(@Observes SittingHandedIn event) {
        var sitting = sittings.findById(event.sittingId());
        var assignment = assignments.get(sitting.schoolId(), sitting.assignmentId());
        var given = answers.of(sitting.id());
        for (var question : papers.of(assignment).questions()) {
            var earned = question.item().mark(answers.read(given.get(question.id())));
            var mark = new SlotMark(question.id(), earned.outOf(question.points()), question.points(), null, null);
            marks.put(sitting.id(), mark, event.at());
        }
    }

    /// A person's mark takes the place of what was there.
    ///
    /// @throws Refusal.Conflict if it was not handed in yet
    /// @throws Refusal.Invalid if it is more than the slot is worth
    void mark(Sitting sitting, UUID slot, BigDecimal mark, @Nullable String comment, Caller by, Instant now) {
        if (sitting.handedInAt() == null) {
            throw new Refusal.Conflict("sitting-not-handed-in");
        }
        var question = question(sitting, slot);
        if (mark.compareTo(question.points()) > 0) {
            throw new Refusal.Invalid("mark-too-high", question.points());
        }
        marks.put(sitting.id(), new SlotMark(slot, mark, question.points(), by.id(), comment), now);
    }

    private Question question(Sitting sitting, UUID slot) {
        return papers.of(assignments.get(sitting.schoolId(), sitting.assignmentId()))
                .question(slot);
    }
}
