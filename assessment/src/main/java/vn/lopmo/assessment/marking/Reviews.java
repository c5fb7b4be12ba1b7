package vn.lopmo.assessment.marking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.marking.MarkingDesk.Work;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.paper.Standing;
import vn.lopmo.assessment.sitting.SavedAnswers;

/// A sitting with keys, answers and marks, laid out for its marker.
@ApplicationScoped
class Reviews {
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final SlotMarks marks;
    private final MarkHistory history;

    Reviews(PaperContents papers, SavedAnswers answers, SlotMarks marks, MarkHistory history) {
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
        this.history = history;
    }

    /// @param late work that came after time was over; it counts only if the teacher marks it so
    record Review(
            UUID learnerId,
            UUID assignmentId,
            String title,
            @Nullable BigDecimal mark,
            BigDecimal maxMark,
            @Nullable Instant handedInAt,
            List<Line> items,
            List<SavedAnswers.Late> late) {}

    /// @param changed whether the mark has a history
    record Line(
            UUID slot,
            int number,
            Draft content,
            @Nullable JsonNode answer,
            @Nullable BigDecimal mark,
            BigDecimal maxMark,
            @Nullable String comment,
            @Nullable UUID markedBy,
            Standing standing,
            boolean unsettled,
            boolean changed) {
        static Line of(Question question, @Nullable JsonNode answer, @Nullable SlotMark mark, boolean changed) {
            return new Line(
                    question.id(),
                    question.number(),
                    Draft.of(question.item()),
                    answer,
                    mark == null ? null : mark.mark(),
                    question.points(),
                    mark == null ? null : mark.comment(),
                    mark == null ? null : mark.markedBy(),
                    question.standing(),
                    mark != null && mark.unsettled(),
                    changed);
        }
    }

    PaperContent paper(Work work) {
        return papers.of(work.assignment());
    }

    Review of(Work work) {
        var sitting = work.sitting();
        var paper = paper(work);
        var given = answers.of(sitting.id());
        var marked = marks.of(sitting.id());
        var changed = history.slots(sitting.id());
        return new Review(
                sitting.learnerId(),
                sitting.assignmentId(),
                work.assignment().title(),
                Totals.of(marked.values()),
                paper.points(),
                sitting.handedInAt(),
                paper.questions().stream()
                        .map(one -> Line.of(
                                one, given.get(one.id()), marked.get(one.id()), changed.contains(one.id())))
                        .toList(),
                answers.late(sitting.id()));
    }
}
