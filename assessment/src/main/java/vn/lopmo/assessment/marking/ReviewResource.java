package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.sitting.RecordReads;

/// One sitting after it was handed in, with keys, for those who mark it.
@Path("/sittings/{id}/review")
class ReviewResource {
    private final MarkingDesk desk;
    private final Reviews reviews;
    private final RecordReads reads;
    private final Clock clock;

    ReviewResource(MarkingDesk desk, Reviews reviews, RecordReads reads, Clock clock) {
        this.desk = desk;
        this.reviews = reviews;
        this.reads = reads;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Reviews.Review review(UUID id) {
        var work = desk.sitting(id);
        reads.add(desk.caller(), List.of(work.sitting()), clock.instant());
        return reviews.of(work, desk.task(work.assignment(), null));
    }
}
