package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Criterion;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.marking.MarkingDesk.Work;
import vn.lopmo.assessment.marking.SlotMarks.Put;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.assessment.paper.Standing;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.refusal.Refusal;

/// Marks that people give: the first, the second, and what settles the two. Runs in the caller's transaction.
@ApplicationScoped
class HandMarking {
    private final PaperContents papers;
    private final Sittings sittings;
    private final SlotMarks marks;
    private final SecondMarks seconds;
    private final MarkHistory history;
    private final MarkingSettings settings;
    private final MarkingComments comments;

    HandMarking(
            PaperContents papers,
            Sittings sittings,
            SlotMarks marks,
            SecondMarks seconds,
            MarkHistory history,
            MarkingSettings settings,
            MarkingComments comments) {
        this.papers = papers;
        this.sittings = sittings;
        this.marks = marks;
        this.seconds = seconds;
        this.history = history;
        this.settings = settings;
        this.comments = comments;
    }

    /// @param mark null for the sum of the rubric's points, or while somebody has to look again
    record Given(
            @Nullable BigDecimal mark,
            @Nullable Map<String, BigDecimal> rubricMarks,
            @Nullable String comment) {}

    /// A person's mark takes the place of what was there.
    ///
    /// @throws Refusal.Conflict if it was not handed in yet, or he has marked it as the second
    /// @throws Refusal.Invalid if it is more than the slot is worth
    void first(Work work, UUID slot, Given given, Why why, Instant now) {
        var question = markable(work, slot);
        var sittingId = work.sitting().id();
        var second = seconds.of(sittingId, slot);
        if (second.isPresent() && second.get().markedBy().equals(why.by())) {
            throw new Refusal.Conflict("second-marker-same");
        }
        var mark = new SlotMark(
                slot, earned(given, question), question.points(), why.by(), given.comment, given.rubricMarks, false);
        var tolerance = settings.of(work.assignment().id()).tolerance();
        boolean unsettled = second.map(one -> one.differsFrom(mark, tolerance)).orElse(false);
        var before = marks.of(sittingId).get(slot);
        marks.change(List.of(new Put(sittingId, mark.unsettled(unsettled))), why, now);
        comments.used(why.by(), before == null ? null : before.comment(), given.comment);
    }

    /// Stands beside the first mark. Within the tolerance the first one counts; beyond it none, until it is settled.
    ///
    /// @throws Refusal.Conflict if it was not handed in yet, or he has given the first mark
    void second(Work work, UUID slot, Given given, UUID by, Instant now) {
        var question = markable(work, slot);
        var sittingId = work.sitting().id();
        var first = marks.of(sittingId).get(slot);
        if (first == null) {
            throw new Refusal.Conflict("sitting-not-handed-in");
        }
        if (by.equals(first.markedBy())) {
            throw new Refusal.Conflict("second-marker-same");
        }
        var before = seconds.of(sittingId, slot);
        var second = new SecondMark(slot, earned(given, question), given.rubricMarks, given.comment, by, null, null);
        seconds.put(sittingId, second, now);
        history.add(
                sittingId,
                slot,
                new MarkHistory.Entry(
                        now, by, before.map(SecondMark::mark).orElse(null), second.mark(), Cause.SECOND, null));
        var tolerance = settings.of(work.assignment().id()).tolerance();
        marks.unsettled(sittingId, slot, second.differsFrom(first, tolerance));
        comments.used(by, before.map(SecondMark::comment).orElse(null), given.comment);
    }

    /// How the assignment is marked from now on. Pairs of marks that are there already are compared by the new
    /// tolerance.
    void agree(UUID assignmentId, MarkingSetting setting) {
        sittings.lock(assignmentId);
        settings.put(assignmentId, setting);
        seconds.compareAnew(assignmentId, setting.tolerance());
    }

    /// Ends a difference of two markers.
    ///
    /// @throws Refusal.Conflict if there is none
    void settle(Work work, UUID slot, BigDecimal mark, Why why, Instant now) {
        var question = markable(work, slot);
        var sittingId = work.sitting().id();
        var first = marks.of(sittingId).get(slot);
        if (first == null || seconds.of(sittingId, slot).isEmpty()) {
            throw new Refusal.Conflict("nothing-to-settle");
        }
        var settled = new SlotMark(
                slot,
                earned(new Given(mark, null, null), question),
                question.points(),
                why.by(),
                first.comment(),
                null,
                false);
        seconds.settle(sittingId, slot, first.mark(), Objects.requireNonNull(why.by()), now);
        marks.change(List.of(new Put(sittingId, settled)), why, now);
    }

    private Question markable(Work work, UUID slot) {
        if (work.sitting().handedInAt() == null) {
            throw new Refusal.Conflict("sitting-not-handed-in");
        }
        var question = papers.ofAssignment(work.assignment().id()).question(slot);
        if (question.standing() != Standing.COUNTS) {
            throw new Refusal.Conflict("question-taken-out");
        }
        return question;
    }

    private static @Nullable BigDecimal earned(Given given, Question question) {
        var points = given.rubricMarks;
        var rubric = question.item() instanceof Item.Essay essay ? essay.rubric() : null;
        if (points != null && (rubric == null || !Criterion.fits(rubric, points))) {
            throw new Refusal.Invalid("rubric-unfit");
        }
        var mark = given.mark;
        if (mark == null && points != null && rubric != null) {
            return Criterion.mark(rubric, points, question.points());
        }
        if (mark != null && mark.compareTo(question.points()) > 0) {
            throw new Refusal.Invalid("mark-too-high", question.points());
        }
        return mark;
    }
}
