package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.CourseResource.Made;
import vn.lopmo.lms.organisation.SchoolYear;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Beginning from what there is: last year's course, a colleague's shared one, a template; and lessons taken from one
/// course into another.
@Path("/")
class CourseCopyResource {
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

    record Copy(
            @NotBlank @Size(max = LessonContent.LONGEST_TITLE)
            String title,

            @NotNull @Size(max = 100) List<@NotNull UUID> classIds,
            @Nullable @Size(max = 1000) Set<@NotNull UUID> lessons) {}

    record Sharing(@NotNull CourseSharing sharing, boolean template) {}

    record Target(@NotNull UUID sectionId) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Courses courses;
    private final Sections sections;
    private final Lessons lessons;
    private final CourseCopying copying;
    private final TwinViews people;
    private final Clock clock;

    CourseCopyResource(
            CurrentCaller callers,
            CourseAccess access,
            Courses courses,
            Sections sections,
            Lessons lessons,
            CourseCopying copying,
            TwinViews people,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.courses = courses;
        this.sections = sections;
        this.lessons = lessons;
        this.copying = copying;
        this.people = people;
        this.clock = clock;
    }

    /// Templates first, then the caller's own, then colleagues'; the newest of each first.
    @GET
    @Path("courses/sources")
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

    @POST
    @Path("courses/{id}/copies")
    @Transactional
    @ResponseStatus(201)
    public Made copy(UUID id, @Valid @NotNull Copy wanted) {
        var caller = callers.get();
        CoursePolicy.checkCreate(caller);
        var source = access.course(id, Verb.COPY);
        access.checkTeaches(wanted.classIds);
        var wish = new CourseCopying.Wish(wanted.title, new HashSet<>(wanted.classIds), wanted.lessons);
        return new Made(copying.copy(source, wish, caller, clock.instant()).id());
    }

    @PUT
    @Path("courses/{id}/sharing")
    @Transactional
    public void share(UUID id, @Valid @NotNull Sharing wanted) {
        access.course(id, Verb.NAME_AUTHORS).share(wanted.sharing, wanted.template);
    }

    @POST
    @Path("lessons/{id}/copies")
    @Transactional
    @ResponseStatus(201)
    public Made copyLesson(UUID id, @Valid @NotNull Target target) {
        var source = access.lesson(id, Verb.COPY);
        var section = sections.get(target.sectionId);
        var into = access.course(section.courseId(), Verb.WRITE);
        int last = lessons.lastIn(section.id());
        return copying.copy(source.lesson(), source.course(), into, section, last + 1, callers.get(), clock.instant())
                .map(made -> new Made(made.id()))
                .orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
    }
}
