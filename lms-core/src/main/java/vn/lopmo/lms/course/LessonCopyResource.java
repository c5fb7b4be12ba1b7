package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lopmo.lms.course.CourseCopyResource.Copied;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Taking a lesson over into another course.
@Path("/lessons/{id}/copies")
class LessonCopyResource {
    record Target(@NotNull UUID sectionId) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Sections sections;
    private final Lessons lessons;
    private final CourseCopying copying;
    private final Clock clock;

    LessonCopyResource(
            CurrentCaller callers,
            CourseAccess access,
            Sections sections,
            Lessons lessons,
            CourseCopying copying,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.sections = sections;
        this.lessons = lessons;
        this.copying = copying;
        this.clock = clock;
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public Copied copyLesson(UUID id, @Valid @NotNull Target target) {
        var source = access.lesson(id, Verb.COPY);
        var section = sections.get(target.sectionId);
        var into = access.course(section.courseId(), Verb.WRITE);
        int last = lessons.lastIn(section.id());
        return copying.copy(source.lesson(), source.course(), into, section, last + 1, callers.get(), clock.instant())
                .map(Copied::of)
                .orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
    }
}
