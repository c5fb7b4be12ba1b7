package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.MarkingDesk.Task;
import vn.lopmo.assessment.marking.MarkingDesk.Work;
import vn.lopmo.assessment.marking.MarkingPolicy.Turn;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// The marks that people give, and what became of them.
@Path("/sittings/{id}/marks/{slot}")
class MarkResource {
    private final MarkingDesk desk;
    private final Reviews reviews;
    private final HandMarking marking;
    private final MarkHistory history;
    private final ReviewRequests requests;
    private final Clock clock;

    MarkResource(
            MarkingDesk desk,
            Reviews reviews,
            HandMarking marking,
            MarkHistory history,
            ReviewRequests requests,
            Clock clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.marking = marking;
        this.history = history;
        this.requests = requests;
        this.clock = clock;
    }

    /// @param as in which turn; left out it is the marker's own
    /// @param review the request that the mark answers
    record Given(
            @Nullable @DecimalMin("0") @Digits(integer = 4, fraction = 2)
            BigDecimal mark,

            @Nullable @Size(max = 20)
            Map<@NotNull String, @NotNull @DecimalMin("0") @Digits(integer = 4, fraction = 2) BigDecimal> rubricMarks,

            @Nullable @Size(max = 2_000) String comment,
            @Nullable Turn as,
            @Nullable @Size(max = 500) String reason,
            @Nullable UUID review) {
        HandMarking.Given given() {
            return new HandMarking.Given(mark, rubricMarks, tidy(comment));
        }
    }

    record Settlement(
            @NotNull @DecimalMin("0") @Digits(integer = 4, fraction = 2)
            BigDecimal mark,

            @NotBlank @Size(max = 500) String reason) {}

    private static @Nullable String tidy(@Nullable String text) {
        var tidy = text == null ? "" : VietnameseText.tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    /// Empty for a second marker who does not lead: the rest of the work is not his to see.
    @PUT
    @Transactional
    public Reviews.@Nullable Review mark(UUID id, UUID slot, @NotNull @Valid Given given) {
        var sitting = desk.toMark(id);
        var task = desk.task(sitting.assignmentId(), given.as);
        var turn = task.turnOrUsual();
        if (!MarkingPolicy.mayMark(task.marker(), task.leads(), task.setting(), turn)) {
            throw new Refusal.Forbidden("not-your-turn");
        }
        var work = new Work(sitting, task.assignment());
        if (turn == Turn.SECOND) {
            marking.second(work, slot, given.given(), task.marker().id(), clock.instant());
        } else {
            marking.first(work, slot, given.given(), why(work, given, task), clock.instant());
        }
        return task.leads() ? reviews.of(work, task) : null;
    }

    private Why why(Work work, Given given, Task task) {
        var by = task.marker().id();
        if (given.review == null) {
            return new Why(Cause.PERSON, by, tidy(given.reason));
        }
        var request = requests.get(task.marker().schoolId(), given.review);
        if (!request.sittingId().equals(work.sitting().id())) {
            throw new Refusal.NotFound("review-not-found");
        }
        return new Why(Cause.REVIEW, by, tidy(given.reason));
    }

    @POST
    @Path("/settle")
    @Transactional
    public Reviews.Review settle(UUID id, UUID slot, @NotNull @Valid Settlement settlement) {
        var sitting = desk.toMark(id);
        var work = new Work(sitting, desk.assignment(sitting.assignmentId()));
        var task = desk.task(work.assignment(), null);
        if (task.setting().secondMarkers().contains(task.marker().id())) {
            throw new Refusal.Forbidden("not-your-turn");
        }
        var why = new Why(Cause.SETTLED, task.marker().id(), tidy(settlement.reason));
        marking.settle(work, slot, settlement.mark, why, clock.instant());
        return reviews.of(work, task);
    }

    /// Nothing for a second marker who has not given his mark yet.
    @GET
    @Path("/history")
    @Transactional
    public List<MarkHistory.Entry> history(UUID id, UUID slot) {
        var work = desk.sitting(id);
        var task = desk.task(work.assignment(), null);
        reviews.paper(work).question(slot);
        return reviews.isBlind(work, task, slot) ? List.of() : history.of(id, slot);
    }
}
