package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.course.PublishedLesson;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.Caller;
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

    record Progress(int done, int total, @Nullable LessonName nextLesson) {}

    record CourseView(
            UUID id,
            String title,
            String subject,
            int grade,
            List<ClassName> classes,
            int lessonCount,
            int publishedCount,
            @Nullable Progress progress) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Lessons lessons;
    private final Progresses progresses;
    private final SchoolClasses classes;

    CourseShelf(
            CurrentCaller callers, CourseAccess access, Lessons lessons, Progresses progresses, SchoolClasses classes) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.progresses = progresses;
        this.classes = classes;
    }

    List<CourseView> courses() {
        var caller = callers.get();
        var courses = access.readable();
        var ids = courses.stream().map(Course::id).toList();
        var published = byCourse(lessons.published(ids), PublishedLesson::courseId);
        var lines = byCourse(lessons.lines(ids), Lessons.Line::courseId);
        var path = path(caller, ids);
        return courses.stream()
                .map(course -> {
                    var ofCourse = published.getOrDefault(course.id(), List.of());
                    int all = path == null
                            ? lines.getOrDefault(course.id(), List.of()).size()
                            : ofCourse.size();
                    return new CourseView(
                            course.id(),
                            course.title(),
                            course.subject(),
                            course.grade(),
                            classNames(course),
                            all,
                            ofCourse.size(),
                            path == null ? null : progress(path, ofCourse));
                })
                .toList();
    }

    /// How far the caller is in some courses; null for whoever does not learn.
    @Nullable
    LearningPath path(Caller caller, Collection<UUID> courseIds) {
        return caller.is(Role.STUDENT) ? new LearningPath(progresses.of(caller.id(), courseIds)) : null;
    }

    /// A learner sees his own class only.
    List<ClassName> classNames(Course course) {
        var caller = callers.get();
        Collection<UUID> shown = course.classIds();
        if (!caller.isStaff()) {
            var own = Set.copyOf(access.classesLearntIn(caller));
            shown = shown.stream().filter(own::contains).toList();
        }
        return shown.isEmpty()
                ? List.of()
                : classes.ofIds(shown, caller.schoolId()).stream()
                        .map(ClassName::of)
                        .toList();
    }

    private static Progress progress(LearningPath path, List<PublishedLesson> ofCourse) {
        int done = (int) ofCourse.stream().filter(path::isDone).count();
        var next = ofCourse.stream()
                .filter(lesson -> !path.isDone(lesson))
                .findFirst()
                .map(lesson -> new LessonName(lesson.id(), lesson.title()))
                .orElse(null);
        return new Progress(done, ofCourse.size(), next);
    }

    private static <T> Map<UUID, List<T>> byCourse(List<T> members, Function<T, UUID> course) {
        return members.stream().collect(Collectors.groupingBy(course));
    }
}
