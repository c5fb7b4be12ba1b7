package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.PublishedLesson;
import vn.lopmo.lms.course.Sections;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// Looking at courses: the author sees drafts, the learner what is published and how far he is.
@Path("/courses")
class CourseShelfResource {
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
    public CourseOutline course(UUID id) {
        var caller = callers.get();
        var course = access.course(id, Verb.READ);
        if (caller.is(Role.STUDENT)) {
            return CourseOutline.learnt(
                    course, ownClasses(caller, course), sections.of(course.id()), studied(caller, course));
        }
        return new CourseOutline(
                course.id(),
                course.title(),
                course.subject(),
                course.grade(),
                shelf.classNames(course),
                CoursePolicy.mayEdit(caller, course),
                !access.classesSeenIn(caller, course).isEmpty(),
                course.authorIds(),
                course.teacherId().equals(caller.id()),
                course.sharing(),
                course.isTemplate(),
                course.origin().orElse(null),
                CoursePolicy.mayEdit(caller, course) || caller.isAny(Role.HEAD, Role.ADMIN)
                        ? forAuthors(course)
                        : CourseOutline.filled(sections.of(course.id()), published(course)));
    }

    /// A learner sees his own class only.
    private List<CourseShelf.ClassName> ownClasses(Caller caller, Course course) {
        var own = Set.copyOf(access.classesLearntIn(caller));
        return shelf.classNames(course).stream()
                .filter(each -> own.contains(each.id()))
                .toList();
    }

    private List<CourseOutline.SectionView> forAuthors(Course course) {
        var lines = lessons.lines(List.of(course.id()));
        return sections.of(course.id()).stream()
                .map(section -> CourseOutline.SectionView.of(
                        section,
                        lines.stream()
                                .filter(line -> line.sectionId().equals(section.id()))
                                .map(line -> CourseOutline.LessonView.plain(
                                        line.id(), line.title(), line.state(), line.minutes()))
                                .toList()))
                .toList();
    }

    private List<Standing> studied(Caller caller, Course course) {
        return studies.of(caller.id(), caller.schoolId(), course.id())
                .map(Studies.StudiedCourse::lessons)
                .orElse(List.of());
    }

    private Map<UUID, List<CourseOutline.LessonView>> published(Course course) {
        return lessons.published(List.of(course.id())).stream()
                .collect(Collectors.groupingBy(
                        PublishedLesson::sectionId,
                        Collectors.mapping(
                                one -> CourseOutline.LessonView.plain(
                                        one.id(), one.title(), Lesson.State.PUBLISHED, one.minutes()),
                                Collectors.toList())));
    }
}
