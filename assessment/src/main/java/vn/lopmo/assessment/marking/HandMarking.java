package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.MarkingDesk.Work;
import vn.lopmo.assessment.marking.SlotMarks.Put;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Marks that people give. Runs in the caller's transaction.
@ApplicationScoped
class HandMarking {
    private final PaperContents papers;
    private final SlotMarks marks;

    HandMarking(PaperContents papers, SlotMarks marks) {
        this.papers = papers;
        this.marks = marks;
    }

    /// @param mark null while somebody has to look again
    record Given(
            @Nullable BigDecimal mark,
            @Nullable Map<String, BigDecimal> rubricMarks,
            @Nullable String comment) {}

    /// A person's mark takes the place of what was there.
    ///
    /// @throws Refusal.Conflict if it was not handed in yet
    /// @throws Refusal.Invalid if it is more than the slot is worth
    void first(Work work, UUID slot, Given given, Why why, Instant now) {
        var question = markable(work, slot);
        var mark = new SlotMark(
                slot, fitting(given, question), question.points(), why.by(), given.comment, given.rubricMarks, false);
        marks.change(List.of(new Put(work.sitting().id(), mark)), why, now);
    }

    private Question markable(Work work, UUID slot) {
        if (work.sitting().handedInAt() == null) {
            throw new Refusal.Conflict("sitting-not-handed-in");
        }
        return papers.of(work.assignment()).question(slot);
    }

    private static @Nullable BigDecimal fitting(Given given, Question question) {
        var mark = given.mark;
        if (mark != null && mark.compareTo(question.points()) > 0) {
            throw new Refusal.Invalid("mark-too-high", question.points());
        }
        return mark;
    }
}
