package vn.lopmo.assessment.marking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.marking.MarkingDesk.Task;
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
    private final SecondMarks seconds;
    private final MarkHistory history;

    Reviews(PaperContents papers, SavedAnswers answers, SlotMarks marks, SecondMarks seconds, MarkHistory history) {
        this.papers = papers;
        this.answers = answers;
        this.marks = marks;
        this.seconds = seconds;
        this.history = history;
    }

    /// @param mark null while anything has to be marked, or is kept from a second marker
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

    /// @param content with the rubric, if it has one
    /// @param changed whether the mark has a history
    record Line(
            UUID slot,
            int number,
            Draft content,
            @Nullable JsonNode answer,
            @Nullable BigDecimal mark,
            BigDecimal maxMark,
            @Nullable Map<String, BigDecimal> rubricMarks,
            @Nullable String comment,
            @Nullable UUID markedBy,
            QuestionAnswers.@Nullable Second second,
            Standing standing,
            boolean unsettled,
            boolean changed) {}

    PaperContent paper(Work work) {
        return papers.of(work.assignment());
    }

    boolean isBlind(Work work, Task task, UUID slot) {
        var sittingId = work.sitting().id();
        return task.isBlind(
                marks.of(sittingId).get(slot), seconds.of(sittingId, slot).orElse(null));
    }

    Review of(Work work, Task task) {
        var sitting = work.sitting();
        var paper = paper(work);
        var given = answers.of(sitting.id());
        var marked = marks.of(sitting.id());
        var second = seconds.ofAll(List.of(sitting.id())).getOrDefault(sitting.id(), Map.of());
        var changed = history.slots(sitting.id());
        boolean blind = marked.values().stream().anyMatch(one -> task.isBlind(one, second.get(one.slot())));
        return new Review(
                sitting.learnerId(),
                sitting.assignmentId(),
                work.assignment().title(),
                blind ? null : Totals.of(marked.values()),
                paper.points(),
                sitting.handedInAt(),
                paper.questions().stream()
                        .map(one -> line(
                                task,
                                one,
                                given.get(one.id()),
                                marked.get(one.id()),
                                second.get(one.id()),
                                changed.contains(one.id())))
                        .toList(),
                answers.late(sitting.id()));
    }

    private static Line line(
            Task task,
            Question question,
            @Nullable JsonNode answer,
            @Nullable SlotMark mark,
            @Nullable SecondMark second,
            boolean changed) {
        var seen = task.isBlind(mark, second) ? null : mark;
        return new Line(
                question.id(),
                question.number(),
                Draft.of(question.item()),
                answer,
                seen == null ? null : seen.mark(),
                question.points(),
                seen == null ? null : seen.rubricMarks(),
                seen == null ? null : seen.comment(),
                seen == null ? null : seen.markedBy(),
                second == null || seen == null ? null : QuestionAnswers.Second.of(second),
                question.standing(),
                seen != null && seen.unsettled(),
                changed);
    }
}
