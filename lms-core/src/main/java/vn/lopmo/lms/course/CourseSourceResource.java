package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.SchoolYear;
import vn.lopmo.platform.caller.CurrentCaller;

/// What a new course may begin from: last year's, a colleague's shared one, a template.
@Path("/courses/sources")
class CourseSourceResource {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// A course that the caller may copy.
    ///
    /// @param schoolYear in which it was opened, such as 2025-2026
    record Source(
            UUID id,
            String title,
            String subject,
            int grade,
            String teacher,
            boolean mine,
            boolean template,
            String schoolYear,
            long lessons) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Courses courses;
    private final Lessons lessons;
    private final TwinViews people;

    CourseSourceResource(
            CurrentCaller callers, CourseAccess access, Courses courses, Lessons lessons, TwinViews people) {
        this.callers = callers;
        this.access = access;
        this.courses = courses;
        this.lessons = lessons;
        this.people = people;
    }

    /// Templates first, then the caller's own, then colleagues'; the newest of each first.
    @GET
    @Transactional
    public List<Source> sources() {
        var caller = callers.get();
        CoursePolicy.checkCreate(caller);
        var subjects = access.subjectsOf(caller);
        var found = courses.copyable(caller.schoolId(), caller.id()).stream()
                .filter(course -> CoursePolicy.mayCopy(caller, course, subjects))
                .toList();
        var names =
                people.names(found.stream().map(Course::teacherId).distinct().toList(), caller.schoolId());
        var counts = lessons.counts(found.stream().map(Course::id).toList());
        return found.stream()
                .sorted(Comparator.comparing((Course course) -> !course.isTemplate())
                        .thenComparing(course -> !course.isWrittenBy(caller.id()))
                        .thenComparing(Course::createdAt, Comparator.reverseOrder()))
                .map(course -> new Source(
                        course.id(),
                        course.title(),
                        course.subject(),
                        course.grade(),
                        names.getOrDefault(course.teacherId(), ""),
                        course.isWrittenBy(caller.id()),
                        course.isTemplate(),
                        SchoolYear.nameOn(LocalDate.ofInstant(course.createdAt(), HERE)),
                        counts.getOrDefault(course.id(), 0L)))
                .toList();
    }
}
