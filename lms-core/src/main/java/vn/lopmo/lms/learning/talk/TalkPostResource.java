package vn.lopmo.lms.learning.talk;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.talk.TalkPolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// One thing that was said: mended or taken back by its author for a while, hidden by the teacher with a reason.
@Path("/talk-posts/{id}")
class TalkPostResource {
    record Change(@NotNull @Size(max = 10_000) String html) {}

    record Hiding(@NotBlank @Size(max = 300) String reason) {}

    private final CurrentCaller callers;
    private final TalkPosts posts;
    private final Courses courses;
    private final ClassCircle circle;
    private final Clock clock;

    TalkPostResource(CurrentCaller callers, TalkPosts posts, Courses courses, ClassCircle circle, Clock clock) {
        this.callers = callers;
        this.posts = posts;
        this.courses = courses;
        this.circle = circle;
        this.clock = clock;
    }

    private TalkPosts.Post post(UUID id, Verb verb) {
        var caller = callers.get();
        var placed = posts.get(id, caller.schoolId());
        var course = courses.get(placed.courseId(), caller.schoolId());
        var classId = placed.post().classId();
        TalkPolicy.check(
                caller,
                verb,
                placed.schoolId(),
                circle.learntIn(caller, course).contains(classId),
                circle.teaches(caller, course, classId));
        return placed.post();
    }

    private void checkOwn(TalkPosts.Post post) {
        var caller = callers.get();
        if (!TalkPolicy.mayChange(caller, post.author(), post.writtenAt(), post.isHidden(), clock.instant())) {
            throw caller.id().equals(post.author())
                    ? new Refusal.Conflict("said-too-long-ago")
                    : new Refusal.Forbidden("not-allowed");
        }
    }

    @PUT
    @Transactional
    public void change(UUID id, @Valid @NotNull Change change) {
        checkOwn(post(id, Verb.WRITE));
        posts.change(id, TalkText.rich(change.html), clock.instant());
    }

    @DELETE
    @Transactional
    public void takeBack(UUID id) {
        checkOwn(post(id, Verb.WRITE));
        posts.takeBack(id, clock.instant());
    }

    @PUT
    @Path("/hidden")
    @Transactional
    public void hide(UUID id, @Valid @NotNull Hiding hiding) {
        post(id, Verb.MODERATE);
        posts.hide(id, callers.get().id(), VietnameseText.tidy(hiding.reason), clock.instant());
    }

    @DELETE
    @Path("/hidden")
    @Transactional
    public void show(UUID id) {
        post(id, Verb.MODERATE);
        posts.show(id);
    }
}
