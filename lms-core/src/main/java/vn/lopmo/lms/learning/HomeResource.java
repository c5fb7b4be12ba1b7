package vn.lopmo.lms.learning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// The first page of each: for a learner what to do next, for a teacher classes, courses and what is being written.
@Path("/home")
class HomeResource {
    private static final int DRAFTS_SHOWN = 10;

    sealed interface Home permits StudentHome.View, OfTeacher, OfOther {}

    record OfTeacher(
            Role role,
            List<ClassView> classes,
            List<CourseShelf.CourseView> courses,
            List<DraftView> drafts,
            TeacherQueue.Waiting waiting)
            implements Home {}

    record ClassView(UUID id, String name, long students) {}

    record DraftView(UUID lessonId, String title, String courseTitle, Instant savedAt) {}

    record OfOther(Role role) implements Home {}

    private final CurrentCaller callers;
    private final StudentHome student;
    private final CourseAccess access;
    private final CourseShelf shelf;
    private final ClassCircle circle;
    private final TeacherQueue queue;
    private final Lessons lessons;
    private final Memberships memberships;

    HomeResource(
            CurrentCaller callers,
            StudentHome student,
            CourseAccess access,
            CourseShelf shelf,
            ClassCircle circle,
            TeacherQueue queue,
            Lessons lessons,
            Memberships memberships) {
        this.callers = callers;
        this.student = student;
        this.access = access;
        this.shelf = shelf;
        this.circle = circle;
        this.queue = queue;
        this.lessons = lessons;
        this.memberships = memberships;
    }

    /// The learner's is asked for most: a few plain statements, and no transaction around them.
    @GET
    public Home home() {
        var caller = callers.get();
        if (caller.is(Role.STUDENT)) {
            return student.of(caller);
        }
        return caller.is(Role.TEACHER)
                ? QuarkusTransaction.requiringNew().call(() -> ofTeacher(caller))
                : new OfOther(
                        caller.roles().stream().min(Comparator.naturalOrder()).orElse(Role.OFFICER));
    }

    private Home ofTeacher(Caller caller) {
        var taught = memberships.taughtBy(caller.id());
        var students =
                memberships.studentsByClass(taught.stream().map(SchoolClass::id).toList());
        var classes = taught.stream()
                .map(each -> new ClassView(each.id(), each.name(), students.getOrDefault(each.id(), 0L)))
                .toList();
        var readable = access.readable();
        var courses = shelf.ofStaff(readable);
        var waiting = queue.of(circle.taughtIn(caller, readable, taught));
        return new OfTeacher(Role.TEACHER, classes, courses, drafts(courses), waiting);
    }

    private List<DraftView> drafts(List<CourseShelf.CourseView> courses) {
        var ids = courses.stream().map(CourseShelf.CourseView::id).toList();
        return lessons.lines(ids).stream()
                .filter(line -> line.state() != Lesson.State.PUBLISHED)
                .sorted(Comparator.comparing(Lessons.Line::savedAt).reversed())
                .limit(DRAFTS_SHOWN)
                .map(line -> new DraftView(line.id(), line.title(), titleOf(line.courseId(), courses), line.savedAt()))
                .toList();
    }

    private static String titleOf(UUID courseId, List<CourseShelf.CourseView> courses) {
        return courses.stream()
                .filter(course -> course.id().equals(courseId))
                .map(CourseShelf.CourseView::title)
                .findFirst()
                .orElse("");
    }
}
