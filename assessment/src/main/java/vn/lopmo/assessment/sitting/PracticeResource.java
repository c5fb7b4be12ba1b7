package vn.lopmo.assessment.sitting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.RightAnswer;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.PaperContents;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Practising: a learner has a saved answer looked at while he still sits. Only where nothing counts.
@Path("/sittings")
class PracticeResource {
    /// From this try on the key is told.
    private static final int TELLING = 3;

    private final Sittings sittings;
    private final Assignments assignments;
    private final PaperContents papers;
    private final SavedAnswers answers;
    private final PracticeChecks checks;
    private final CurrentCaller caller;
    private final Clock clock;

    PracticeResource(
            Sittings sittings,
            Assignments assignments,
            PaperContents papers,
            SavedAnswers answers,
            PracticeChecks checks,
            CurrentCaller caller,
            Clock clock) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.papers = papers;
        this.answers = answers;
        this.checks = checks;
        this.caller = caller;
        this.clock = clock;
    }

    record ToCheck(@NotNull UUID slot) {}

    /// Of a question that was taken out nothing is said but that everybody has it right, or that it is worth nothing:
    /// its key is not to be trusted.
    ///
    /// @param share of the points, from 0 to 1; null if a person would have to mark it, or it was dropped
    /// @param hint while it is wrong
    /// @param explanation once it is right, and from the third try on
    /// @param key from the third try on
    record Checked(
            @Nullable BigDecimal share,
            boolean right,
            @Nullable String hint,
            @Nullable String explanation,
            @Nullable Answer key,
            int tries) {}

    /// @throws Refusal.Conflict if it is no practice, or over
    @POST
    @Path("/{id}/check")
    @Transactional
    public Checked check(UUID id, @NotNull @Valid ToCheck wanted) {
        var asking = caller.get();
        var sitting = sittings.own(asking.id(), id);
        var assignment = assignments.recent(asking.schoolId(), sitting.assignmentId());
        if (!assignment.conditions().isPractice()) {
            throw new Refusal.Conflict("not-practice");
        }
        if (sitting.handedInAt() != null || sitting.isOver(clock.instant())) {
            throw new Refusal.Conflict("sitting-handed-in");
        }
        var question = papers.ofAssignment(assignment.id()).question(wanted.slot);
        var answer = answers.read(answers.of(id).get(wanted.slot));
        int tries = answer == null ? checks.of(id, wanted.slot) : checks.add(id, wanted.slot);
        return switch (question.standing()) {
            case COUNTS -> checked(question.item(), answer, tries);
            case VOID -> new Checked(BigDecimal.ONE, true, null, null, null, tries);
            case DROPPED -> new Checked(null, false, null, null, null, tries);
        };
    }

    private static Checked checked(Item item, @Nullable Answer answer, int tries) {
        var share = item.mark(answer).share();
        boolean right = share != null && share.compareTo(BigDecimal.ONE) == 0;
        boolean telling = tries >= TELLING;
        return new Checked(
                share,
                right,
                right ? null : item.hint(),
                right || telling ? item.explanation() : null,
                telling ? RightAnswer.to(item) : null,
                tries);
    }
}
