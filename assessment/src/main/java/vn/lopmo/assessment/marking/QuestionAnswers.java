package vn.lopmo.assessment.marking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Criterion;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.marking.MarkingDesk.Task;
import vn.lopmo.assessment.marking.MarkingPolicy.Turn;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.sitting.SavedAnswers;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;

/// One question across all learners, for a marker who stays with it.
@ApplicationScoped
class QuestionAnswers {
    private final PaperContents papers;
    private final Sittings sittings;
    private final SavedAnswers answers;
    private final SlotMarks marks;
    private final SecondMarks seconds;

    QuestionAnswers(
            PaperContents papers, Sittings sittings, SavedAnswers answers, SlotMarks marks, SecondMarks seconds) {
        this.papers = papers;
        this.sittings = sittings;
        this.answers = answers;
        this.marks = marks;
        this.seconds = seconds;
    }

    record View(
            UUID slot,
            int number,
            Draft content,
            BigDecimal maxMark,
            @Nullable List<Criterion> rubric,
            List<Line> answers) {}

    /// @param learnerId null while names are hidden
    /// @param mark the first marker's, or by the key
    /// @param pending whether the one who asks has it before him still, in his turn
    record Line(
            UUID sittingId,
            String alias,
            @Nullable UUID learnerId,
            @Nullable JsonNode answer,
            @Nullable BigDecimal mark,
            @Nullable Map<String, BigDecimal> rubricMarks,
            @Nullable String comment,
            @Nullable UUID markedBy,
            @Nullable Second second,
            boolean settled,
            boolean unsettled,
            boolean pending) {}

    record Second(
            @Nullable BigDecimal mark,
            @Nullable Map<String, BigDecimal> rubricMarks,
            @Nullable String comment,
            UUID by) {
        static Second of(SecondMark mark) {
            return new Second(mark.mark(), mark.rubricMarks(), mark.comment(), mark.markedBy());
        }
    }

    record Found(View view, List<Sitting> read) {}

    Found of(Task task, UUID slot, boolean names) {
        var assignment = task.assignment();
        var question = papers.of(assignment).question(slot);
        var all = sittings.ofAssignment(assignment.id()).stream()
                .collect(Collectors.toMap(Sitting::id, Function.identity()));
        var given = answers.ofSlot(assignment.id(), slot);
        var marked = marks.ofSlot(all.keySet(), slot);
        var second = seconds.ofAll(marked.keySet());
        var lines = Aliases.of(assignment.id(), all.values()).entrySet().stream()
                .filter(alias -> marked.containsKey(alias.getKey()))
                .map(alias -> {
                    var id = alias.getKey();
                    var learner = names && MarkingPolicy.maySeeNames(task.leads())
                            ? Objects.requireNonNull(all.get(id)).learnerId()
                            : null;
                    return line(
                            task,
                            id,
                            alias.getValue(),
                            learner,
                            given.get(id),
                            Objects.requireNonNull(marked.get(id)),
                            second.getOrDefault(id, Map.of()).get(slot));
                })
                .toList();
        var rubric = question.item() instanceof Item.Essay essay ? essay.rubric() : null;
        var view = new View(slot, question.number(), Draft.of(question.item()), question.points(), rubric, lines);
        return new Found(view, marked.keySet().stream().map(all::get).toList());
    }

    private static Line line(
            Task task,
            UUID sittingId,
            String alias,
            @Nullable UUID learner,
            @Nullable JsonNode answer,
            SlotMark mark,
            @Nullable SecondMark second) {
        boolean blind = task.isBlind(mark, second);
        boolean settled = second != null && second.isSettled();
        return new Line(
                sittingId,
                alias,
                learner,
                answer,
                blind ? null : mark.mark(),
                blind ? null : mark.rubricMarks(),
                blind ? null : mark.comment(),
                blind ? null : mark.markedBy(),
                second == null || blind ? null : Second.of(second),
                settled,
                !blind && mark.unsettled(),
                task.turnOrUsual() == Turn.SECOND ? second == null || second.mark() == null : mark.isPending());
    }
}
