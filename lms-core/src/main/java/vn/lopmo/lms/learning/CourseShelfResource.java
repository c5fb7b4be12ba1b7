package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Standing;
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
            boolean maySeeStanding,
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
            @Nullable LessonShare progress,
            @Nullable Lock lock,
            @Nullable Instant until) {
        static LessonView of(Standing standing) {
            var lesson = standing.lesson();
            return new LessonView(
                    lesson.id(),
                    lesson.title(),
                    Lesson.State.PUBLISHED,
                    lesson.minutes(),
                    new LessonShare(standing.share(), standing.done()),
                    standing.lock(),
                    standing.until());
        }

        static LessonView plain(UUID id, String title, Lesson.State state, int minutes) {
            return new LessonView(id, title, state, minutes, null, null, null);
        }
    }

    record LessonShare(BigDecimal share, boolean done) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final CourseShelf shelf;
    private final Studies studies;
    private final Sections sections;
    private final Lessons lessons;

    CourseShelfResource(
            CurrentCaller callers,
            CourseAccess access,
            CourseShelf shelf,
            Studies studies,
            Sections sections,
            Lessons lessons) {
        this.callers = callers;
        this.access = access;
        this.shelf = shelf;
        this.studies = studies;
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
                classNames(caller, course),
                CoursePolicy.mayEdit(caller, course),
                !access.classesSeenIn(caller, course).isEmpty(),
                caller.isStaff() ? course.authorIds() : Set.of(),
                course.teacherId().equals(caller.id()),
                course.sharing(),
                course.isTemplate(),
                caller.isStaff() ? course.origin().orElse(null) : null,
                CoursePolicy.mayEdit(caller, course) || caller.isAny(Role.HEAD, Role.ADMIN)
                        ? forAuthors(course)
                        : forLearners(caller, course));
    }

    /// A learner sees his own class only.
    private List<CourseShelf.ClassName> classNames(Caller caller, Course course) {
        var all = shelf.classNames(course);
        if (caller.isStaff()) {
            return all;
        }
        var own = Set.copyOf(access.classesLearntIn(caller));
        return all.stream().filter(each -> own.contains(each.id())).toList();
    }

    private List<SectionView> forAuthors(Course course) {
        var lines = lessons.lines(List.of(course.id()));
        return sections.of(course.id()).stream()
                .map(section -> view(
                        section,
                        lines.stream()
                                .filter(line -> line.sectionId().equals(section.id()))
                                .map(line -> LessonView.plain(line.id(), line.title(), line.state(), line.minutes()))
                                .toList()))
                .toList();
    }

    /// A section without a published lesson is not shown to learners.
    private List<SectionView> forLearners(Caller caller, Course course) {
        var shown = caller.is(Role.STUDENT) ? studied(caller, course) : published(course);
        return sections.of(course.id()).stream()
                .map(section -> view(section, shown.getOrDefault(section.id(), List.of())))
                .filter(section -> !section.lessons.isEmpty())
                .toList();
    }

    private Map<UUID, List<LessonView>> studied(Caller caller, Course course) {
        return studies
                .of(caller.id(), caller.schoolId(), course.id())
                .map(Studies.StudiedCourse::lessons)
                .orElse(List.of())
                .stream()
                .collect(Collectors.groupingBy(
                        standing -> standing.lesson().sectionId(),
                        Collectors.mapping(LessonView::of, Collectors.toList())));
    }

    private Map<UUID, List<LessonView>> published(Course course) {
        return lessons.published(List.of(course.id())).stream()
                .collect(Collectors.groupingBy(
                        PublishedLesson::sectionId,
                        Collectors.mapping(
                                one -> LessonView.plain(one.id(), one.title(), Lesson.State.PUBLISHED, one.minutes()),
                                Collectors.toList())));
    }

    private static SectionView view(Section section, List<LessonView> ofSection) {
        return new SectionView(section.id(), section.title(), ofSection);
    }
}
