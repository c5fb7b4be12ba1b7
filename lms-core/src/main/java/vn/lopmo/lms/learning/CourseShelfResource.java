package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CourseOrigin;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.CourseSharing;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.PublishedLesson;
import vn.lopmo.lms.course.Section;
import vn.lopmo.lms.course.Sections;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// Looking at courses: the author sees drafts, the learner what is published and how far he is.
@Path("/courses")
class CourseShelfResource {
    record Outline(
            UUID id,
            String title,
            String subject,
            int grade,
            List<CourseShelf.ClassName> classes,
            boolean mayEdit,
            Set<UUID> authorIds,
            boolean mayNameAuthors,
            CourseSharing sharing,
            boolean template,
            @Nullable CourseOrigin origin,
            List<SectionView> sections) {}

    record SectionView(UUID id, String title, List<LessonView> lessons) {}

    record LessonView(
            UUID id,
            String title,
            Lesson.State state,
            int minutes,
            @Nullable LessonShare progress) {}

    record LessonShare(BigDecimal share, boolean done) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final CourseShelf shelf;
    private final Sections sections;
    private final Lessons lessons;

    CourseShelfResource(
            CurrentCaller callers, CourseAccess access, CourseShelf shelf, Sections sections, Lessons lessons) {
        this.callers = callers;
        this.access = access;
        this.shelf = shelf;
        this.sections = sections;
        this.lessons = lessons;
    }

    @GET
    @Transactional
    public List<CourseShelf.CourseView> courses() {
        return shelf.courses();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Outline course(UUID id) {
        var caller = callers.get();
        var course = access.course(id, Verb.READ);
        return new Outline(
                course.id(),
                course.title(),
                course.subject(),
                course.grade(),
                shelf.classNames(course),
                CoursePolicy.mayEdit(caller, course),
                caller.isStaff() ? course.authorIds() : Set.of(),
                course.teacherId().equals(caller.id()),
                course.sharing(),
                course.isTemplate(),
                caller.isStaff() ? course.origin().orElse(null) : null,
                CoursePolicy.mayEdit(caller, course) || caller.isAny(Role.HEAD, Role.ADMIN)
                        ? forAuthors(course)
                        : forLearners(caller, course));
    }

    private List<SectionView> forAuthors(Course course) {
        var lines = lessons.lines(List.of(course.id()));
        return sections.of(course.id()).stream()
                .map(section -> view(
                        section,
                        lines.stream()
                                .filter(line -> line.sectionId().equals(section.id()))
                                .map(line ->
                                        new LessonView(line.id(), line.title(), line.state(), line.minutes(), null))
                                .toList()))
                .toList();
    }

    /// A section without a published lesson is not shown to learners.
    private List<SectionView> forLearners(Caller caller, Course course) {
        var published = lessons.published(List.of(course.id()));
        var path = shelf.path(caller, List.of(course.id()));
        return sections.of(course.id()).stream()
                .map(section -> view(
                        section,
                        published.stream()
                                .filter(lesson -> lesson.sectionId().equals(section.id()))
                                .map(lesson -> forLearner(lesson, path))
                                .toList()))
                .filter(section -> !section.lessons.isEmpty())
                .toList();
    }

    private static LessonView forLearner(PublishedLesson lesson, @Nullable LearningPath path) {
        var progress = path == null ? null : new LessonShare(path.share(lesson), path.isDone(lesson));
        return new LessonView(lesson.id(), lesson.title(), Lesson.State.PUBLISHED, lesson.minutes(), progress);
    }

    private static SectionView view(Section section, List<LessonView> ofSection) {
        return new SectionView(section.id(), section.title(), ofSection);
    }
}
