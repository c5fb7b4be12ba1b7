package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lopmo.lms.course.CoursePolicy.Verb;

/// Handing a lesson in for review, by its authors, and what came of it each time.
@Path("/lessons/{id}/reviews")
class LessonHandInResource {
    record Handed(int revision) {}

    private final CourseAccess access;
    private final Reviewing reviewing;
    private final LessonReviews reviews;
    private final ReviewViews views;

    LessonHandInResource(CourseAccess access, Reviewing reviewing, LessonReviews reviews, ReviewViews views) {
        this.access = access;
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.views = views;
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public CourseResource.Made handIn(UUID id, @Valid @NotNull Handed handed) {
        return new CourseResource.Made(
                reviewing.submit(access.lesson(id, Verb.WRITE), handed.revision).id());
    }

    /// All of a lesson, the newest first.
    @GET
    @Transactional
    public List<ReviewViews.Whole> of(UUID id) {
        access.lesson(id, Verb.READ_DRAFTS);
        return reviews.of(id).stream()
                .map(reviewing::standing)
                .map(views::whole)
                .toList();
    }
}
