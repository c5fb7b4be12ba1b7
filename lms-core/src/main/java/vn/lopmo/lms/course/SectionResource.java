package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.CourseResource.Made;
import vn.lopmo.lms.course.CourseResource.Titled;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

@Path("/sections/{id}")
class SectionResource {
    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Sections sections;
    private final Lessons lessons;
    private final LessonDrafts drafts;
    private final Clock clock;

    SectionResource(
            CurrentCaller callers,
            CourseAccess access,
            Sections sections,
            Lessons lessons,
            LessonDrafts drafts,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.sections = sections;
        this.lessons = lessons;
        this.drafts = drafts;
        this.clock = clock;
    }

    @PATCH
    @Transactional
    public Made rename(UUID id, @Valid @NotNull Titled wanted) {
        var section = sections.get(id);
        access.course(section.courseId(), Verb.WRITE);
        section.rename(wanted.title());
        return new Made(id);
    }

    @DELETE
    @Transactional
    public void delete(UUID id) {
        var section = sections.get(id);
        access.course(section.courseId(), Verb.WRITE);
        if (lessons.anyIn(id)) {
            throw new Refusal.Conflict("section-not-empty");
        }
        sections.delete(section);
    }

    @POST
    @Path("/lessons")
    @Transactional
    @ResponseStatus(201)
    public Made addLesson(UUID id, @Valid @NotNull Titled wanted) {
        var section = sections.get(id);
        var course = access.course(section.courseId(), Verb.WRITE);
        int last = lessons.of(course.id()).stream()
                .filter(lesson -> lesson.sectionId().equals(id))
                .mapToInt(Lesson::position)
                .max()
                .orElse(0);
        var lesson = Lesson.open(course, section, last + 1, clock.instant());
        lessons.persist(lesson);
        drafts.persist(LessonDraft.begin(
                lesson.id(), LessonContent.titled(wanted.title()), callers.get().id(), clock.instant()));
        return new Made(lesson.id());
    }
}
