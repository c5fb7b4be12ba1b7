package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Lessons that were handed in for review, for those who have to look at them, and the school's choice whether any of
/// it is asked for.
@Path("/lesson-reviews")
class LessonReviewResource {
    record Setting(@NotNull LessonRoad road) {}

    record Said(
            @Nullable @Size(max = 40) String block,
            @NotBlank @Size(max = 2000) String text) {}

    /// @param reason given back with it; let on without
    record Decision(@Nullable @Size(max = 2000) String reason) {}

    private final CurrentCaller callers;
    private final Reviewing reviewing;
    private final SchoolRoads roads;
    private final LessonReviews reviews;
    private final ReviewViews views;
    private final Clock clock;

    LessonReviewResource(
            CurrentCaller callers,
            Reviewing reviewing,
            SchoolRoads roads,
            LessonReviews reviews,
            ReviewViews views,
            Clock clock) {
        this.callers = callers;
        this.reviewing = reviewing;
        this.roads = roads;
        this.reviews = reviews;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Path("/setting")
    @Transactional
    public Setting setting() {
        if (!callers.get().isStaff()) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return new Setting(roads.of(callers.get().schoolId()));
    }

    @PUT
    @Path("/setting")
    @Transactional
    public void choose(@Valid @NotNull Setting wanted) {
        LessonReviewPolicy.checkChoose(callers.get());
        roads.choose(callers.get().schoolId(), wanted.road);
    }

    /// What waits for the caller.
    @GET
    @Transactional
    public List<ReviewViews.Row> waiting() {
        if (!callers.get().isAny(Role.TEACHER, Role.HEAD)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return views.rows(reviewing.waiting());
    }

    @GET
    @Path("/{id}")
    @Transactional
    public ReviewViews.Whole review(UUID id) {
        return views.whole(reviewing.get(id));
    }

    @POST
    @Path("/{id}/remarks")
    @Transactional
    @ResponseStatus(201)
    public void say(UUID id, @Valid @NotNull Said said) {
        var standing = reviewing.get(id);
        if (!standing.mayDecide() && !standing.writes()) {
            throw new Refusal.Forbidden("not-allowed");
        }
        standing.review().checkOpen();
        if (said.block != null && !standing.review().content().blockIds().contains(said.block)) {
            throw new Refusal.Invalid("remark-at-no-block");
        }
        reviews.add(new LessonRemark(id, said.block, said.text, callers.get().id(), clock.instant()));
    }

    @POST
    @Path("/{id}/decision")
    @Transactional
    public void decide(UUID id, @Valid @NotNull Decision decision) {
        reviewing.decide(reviewing.get(id), decision.reason);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void withdraw(UUID id) {
        reviewing.withdraw(reviewing.get(id));
    }
}
