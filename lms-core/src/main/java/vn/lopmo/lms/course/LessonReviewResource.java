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
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Lessons handed in for review: by their authors, for those who have to look at them, and the school's choice whether
/// any of it is asked for.
@Path("/")
class LessonReviewResource {
    record Setting(@NotNull LessonRoad road) {}

    record Handed(int revision) {}

    record Said(
            @Nullable @Size(max = 40) String block,
            @NotBlank @Size(max = 2000) String text) {}

    /// @param reason given back with it; let on without
    record Decision(@Nullable @Size(max = 2000) String reason) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Reviewing reviewing;
    private final SchoolRoads roads;
    private final LessonReviews reviews;
    private final ReviewViews views;
    private final Clock clock;

    LessonReviewResource(
            CurrentCaller callers,
            CourseAccess access,
            Reviewing reviewing,
            SchoolRoads roads,
            LessonReviews reviews,
            ReviewViews views,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.reviewing = reviewing;
        this.roads = roads;
        this.reviews = reviews;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Path("lesson-reviews/setting")
    @Transactional
    public Setting setting() {
        if (!callers.get().isStaff()) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return new Setting(roads.of(callers.get().schoolId()));
    }

    @PUT
    @Path("lesson-reviews/setting")
    @Transactional
    public void choose(@Valid @NotNull Setting wanted) {
        LessonReviewPolicy.checkChoose(callers.get());
        roads.choose(callers.get().schoolId(), wanted.road);
    }

    /// What waits for the caller.
    @GET
    @Path("lesson-reviews")
    @Transactional
    public List<ReviewViews.Row> waiting() {
        if (!callers.get().isAny(Role.TEACHER, Role.HEAD)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return views.rows(reviewing.waiting());
    }

    @GET
    @Path("lesson-reviews/{id}")
    @Transactional
    public ReviewViews.Whole review(UUID id) {
        return views.whole(reviewing.get(id));
    }

    @POST
    @Path("lesson-reviews/{id}/remarks")
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
    @Path("lesson-reviews/{id}/decision")
    @Transactional
    public void decide(UUID id, @Valid @NotNull Decision decision) {
        reviewing.decide(reviewing.get(id), decision.reason);
    }

    @DELETE
    @Path("lesson-reviews/{id}")
    @Transactional
    public void withdraw(UUID id) {
        reviewing.withdraw(reviewing.get(id));
    }

    @POST
    @Path("lessons/{id}/reviews")
    @Transactional
    @ResponseStatus(201)
    public CourseResource.Made handIn(UUID id, @Valid @NotNull Handed handed) {
        return new CourseResource.Made(
                reviewing.submit(access.lesson(id, Verb.WRITE), handed.revision).id());
    }

    /// All of a lesson, the newest first.
    @GET
    @Path("lessons/{id}/reviews")
    @Transactional
    public List<ReviewViews.Whole> of(UUID id) {
        access.lesson(id, Verb.READ_DRAFTS);
        return reviews.of(id).stream()
                .map(reviewing::standing)
                .map(views::whole)
                .toList();
    }
}
