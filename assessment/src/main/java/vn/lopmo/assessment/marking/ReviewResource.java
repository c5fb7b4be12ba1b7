package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.SlotMarks.Why;
import vn.lopmo.platform.text.VietnameseText;

/// One sitting after it was handed in, for those who mark it.
@Path("/sittings/{id}")
class ReviewResource {
    private final MarkingDesk desk;
    private final Reviews reviews;
    private final HandMarking marking;
    private final MarkHistory history;
    private final RecordReads reads;
    private final Clock clock;

    ReviewResource(
            MarkingDesk desk,
            Reviews reviews,
            HandMarking marking,
            MarkHistory history,
            RecordReads reads,
            Clock clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.marking = marking;
        this.history = history;
        this.reads = reads;
        this.clock = clock;
    }

    record Given(
            @Nullable @DecimalMin("0") @Digits(integer = 4, fraction = 2)
            BigDecimal mark,

            @Nullable @Size(max = 2_000) String comment,
            @Nullable @Size(max = 500) String reason) {
        HandMarking.Given given() {
            return new HandMarking.Given(mark, null, tidy(comment));
        }
    }

    private static @Nullable String tidy(@Nullable String text) {
        var tidy = text == null ? "" : VietnameseText.tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    @GET
    @Path("/review")
    @Transactional
    public Reviews.Review review(UUID id) {
        var work = desk.sitting(id);
        reads.add(desk.caller(), List.of(work.sitting()), clock.instant());
        return reviews.of(work);
    }

    @PUT
    @Path("/marks/{slot}")
    @Transactional
    public Reviews.Review mark(UUID id, UUID slot, @NotNull @Valid Given given) {
        var work = desk.sitting(id);
        var why = new Why(Cause.PERSON, desk.caller().id(), tidy(given.reason));
        marking.first(work, slot, given.given(), why, clock.instant());
        return reviews.of(work);
    }

    @GET
    @Path("/marks/{slot}/history")
    @Transactional
    public List<MarkHistory.Entry> history(UUID id, UUID slot) {
        var work = desk.sitting(id);
        reviews.paper(work).question(slot);
        return history.of(work.sitting().id(), slot);
    }
}
