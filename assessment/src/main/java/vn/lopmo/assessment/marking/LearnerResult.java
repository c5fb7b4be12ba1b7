package vn.lopmo.assessment.marking;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.MaterialRef;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Criterion;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.RightAnswer;
import vn.lopmo.assessment.marking.Results.Result;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.paper.Standing;
import vn.lopmo.assessment.sitting.ShownPaper;

/// A learner's own result, once it was released, in the order that he saw. Nothing of other learners is in it.
record LearnerResult(
        UUID assignmentId,
        String title,
        BigDecimal mark,
        BigDecimal maxMark,
        Instant releasedAt,
        boolean answers,
        boolean explanations,
        Instant reviewUntil,
        List<ReviewLine> reviews,
        List<PartLine> parts,
        List<ItemLine> items) {
    /// What he asked to have looked at again.
    record ReviewLine(
            UUID id,
            @Nullable UUID slot,
            String text,
            Instant askedAt,
            ReviewRequest.State state,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        static ReviewLine of(ReviewRequest request) {
            return new ReviewLine(
                    request.id(),
                    request.slot(),
                    request.text(),
                    request.askedAt(),
                    request.state(),
                    request.answer(),
                    request.answeredAt());
        }
    }

    record PartLine(String title, BigDecimal mark, BigDecimal maxMark) {}

    /// @param standing whether it still counts as it was asked
    /// @param key the right answer in the shape of an answer: null unless answers were released
    /// @param explanation with what the marker looked at and gave for each: null unless explanations were released
    /// @param materials of the library, to read on: none unless explanations were released
    record ItemLine(
            ShownPaper.Question shown,
            Standing standing,
            @Nullable JsonNode answer,
            @Nullable BigDecimal mark,
            BigDecimal maxMark,
            @Nullable String comment,
            @Nullable Answer key,
            @Nullable String explanation,
            @Nullable List<Criterion> rubric,
            @Nullable Map<String, BigDecimal> rubricMarks,
            List<MaterialRef> materials) {}

    static LearnerResult of(
            Result result, Assignment assignment, Map<UUID, JsonNode> answers, List<ReviewRequest> reviews) {
        var paper = result.paper();
        var release = result.release();
        var shown = ShownPaper.of(paper, assignment.shuffling(), result.seed());
        return new LearnerResult(
                assignment.id(),
                assignment.title(),
                release.mark(),
                release.maxMark(),
                release.releasedAt(),
                release.shows().answers(),
                release.shows().explanations(),
                result.reviewUntil(),
                reviews.stream().map(ReviewLine::of).toList(),
                shown.stream().map(section -> part(section, release)).toList(),
                shown.stream()
                        .flatMap(section -> section.items().stream())
                        .map(question -> item(question, paper, release, answers))
                        .toList());
    }

    private static PartLine part(ShownPaper.Section section, Release release) {
        var mark = BigDecimal.ZERO;
        var max = BigDecimal.ZERO;
        for (var question : section.items()) {
            var earned = release.of(question.slot());
            mark = mark.add(earned.mark() == null ? BigDecimal.ZERO : earned.mark());
            max = max.add(earned.maxMark());
        }
        return new PartLine(section.title(), mark, max);
    }

    private static ItemLine item(
            ShownPaper.Question shown, PaperContent paper, Release release, Map<UUID, JsonNode> answers) {
        var earned = release.of(shown.slot());
        var question = paper.question(shown.slot());
        var item = question.item();
        return new ItemLine(
                shown,
                question.standing(),
                answers.get(shown.slot()),
                earned.mark(),
                earned.maxMark(),
                earned.comment(),
                release.shows().answers() ? RightAnswer.to(item) : null,
                release.shows().explanations() ? item.explanation() : null,
                release.shows().explanations() && item instanceof Item.Essay essay ? essay.rubric() : null,
                release.shows().explanations() ? earned.rubricMarks() : null,
                release.shows().explanations() ? question.meta().materials() : List.of());
    }
}
