package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.learning.rule.Standing;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// The courses of the caller, as a list, with how far a learner is in each.
@ApplicationScoped
class CourseShelf {
    record ClassName(UUID id, String name) {
        static ClassName of(SchoolClass schoolClass) {
            return new ClassName(schoolClass.id(), schoolClass.name());
        }
    }

    record LessonName(UUID id, String title) {}

    record Progress(int done, int total, @Nullable LessonName nextLesson) {
        static Progress of(List<Standing> lessons) {
            int done = (int) lessons.stream().filter(Standing::done).count();
            var left = lessons.stream().filter(one -> !one.done()).toList();
            var next = left.stream()
                    .filter(one -> one.lock() == null)
                    .findFirst()
                    .or(() -> left.stream().findFirst())
                    .map(one -> new LessonName(one.lesson().id(), one.lesson().title()))
                    .orElse(null);
            return new Progress(done, lessons.size(), next);
        }
    }

    record CourseView(
            UUID id,
            String title,
            String subject,
            int grade,
            List<ClassName> classes,
            int lessonCount,
            int publishedCount,
            boolean mayEdit,
            @Nullable Progress progress) {
        static CourseView of(Studies.StudiedCourse course) {
            int published = course.lessons().size();
            return new CourseView(
                    course.id(),
                    course.title(),
                    course.subject(),
                    course.grade(),
                    List.of(course.ofClass()),
                    published,
                    published,
                    false,
                    Progress.of(course.lessons()));
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Lessons lessons;
    private final Studies studies;
    private final SchoolClasses classes;

    CourseShelf(CurrentCaller callers, CourseAccess access, Lessons lessons, Studies studies, SchoolClasses classes) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.studies = studies;
        this.classes = classes;
    }

    List<CourseView> courses() {
        var caller = callers.get();
        return caller.is(Role.STUDENT)
                ? studies.of(caller.id(), caller.schoolId()).stream()
                        .map(CourseView::of)
                        .toList()
                : ofStaff();
    }

    private List<CourseView> ofStaff() {
        return ofStaff(access.readable());
    }

    List<CourseView> ofStaff(List<Course> courses) {
        var ids = courses.stream().map(Course::id).toList();
        var lines = lessons.lines(ids).stream().collect(Collectors.groupingBy(Lessons.Line::courseId));
        var names = names(courses);
        return courses.stream()
                .map(course -> view(course, lines.getOrDefault(course.id(), List.of()), names))
                .toList();
    }

    private CourseView view(Course course, List<Lessons.Line> lines, Map<UUID, SchoolClass> names) {
        int published = (int) lines.stream()
                .filter(line -> line.state() != Lesson.State.DRAFT)
                .count();
        return new CourseView(
                course.id(),
                course.title(),
                course.subject(),
                course.grade(),
                inOrder(course, names),
                lines.size(),
                published,
                CoursePolicy.mayEdit(callers.get(), course),
                null);
    }

    List<ClassName> classNames(Course course) {
        return inOrder(course, names(List.of(course)));
    }

    private Map<UUID, SchoolClass> names(List<Course> courses) {
        var ids = courses.stream()
                .flatMap(course -> course.classIds().stream())
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : classes.ofIds(ids, callers.get().schoolId()).stream()
                        .collect(Collectors.toMap(
                                SchoolClass::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static List<ClassName> inOrder(Course course, Map<UUID, SchoolClass> names) {
        return names.values().stream()
                .filter(each -> course.classIds().contains(each.id()))
                .map(ClassName::of)
                .toList();
    }
}
