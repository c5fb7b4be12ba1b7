package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Making a course and arranging it.
@Path("/courses")
class CourseResource {
    record NewCourse(
            @NotBlank @Size(max = LessonContent.LONGEST_TITLE)
            String title,

            @NotBlank @Size(max = 40) String subject,
            @Min(1) @Max(12) int grade,
            @NotNull @Size(max = 100) List<UUID> classIds) {}

    record Change(
            @Nullable @Size(min = 1, max = LessonContent.LONGEST_TITLE)
            String title,

            @Nullable @Size(max = 100) List<UUID> classIds) {}

    record Titled(
            @NotBlank @Size(max = LessonContent.LONGEST_TITLE)
            String title) {}

    record Authors(@NotNull @Size(max = 40) List<@NotNull UUID> personIds) {}

    record Sharing(@NotNull CourseSharing sharing, boolean template) {}

    record Made(UUID id) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final Courses courses;
    private final Sections sections;
    private final OutlineArranging arranging;
    private final Clock clock;

    CourseResource(
            CurrentCaller callers,
            CourseAccess access,
            Courses courses,
            Sections sections,
            OutlineArranging arranging,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.courses = courses;
        this.sections = sections;
        this.arranging = arranging;
        this.clock = clock;
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public Made open(@Valid @NotNull NewCourse wanted) {
        var caller = callers.get();
        CoursePolicy.checkCreate(caller);
        access.checkTeaches(wanted.classIds);
        var course = Course.open(
                caller.schoolId(), caller.id(), wanted.title, wanted.subject, wanted.grade, clock.instant());
        course.giveTo(wanted.classIds);
        courses.persist(course);
        return new Made(course.id());
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    public Made change(UUID id, @Valid @NotNull Change change) {
        var course = access.course(id, Verb.WRITE);
        if (change.title != null) {
            if (change.title.isBlank()) {
                throw new Refusal.Invalid("title-missing");
            }
            course.rename(change.title);
        }
        if (change.classIds != null) {
            access.checkTeaches(change.classIds.stream()
                    .filter(each -> !course.classIds().contains(each))
                    .toList());
            course.giveTo(change.classIds);
        }
        return new Made(course.id());
    }

    /// @throws Refusal.Invalid if one of them does not teach at the school
    @PUT
    @Path("/{id}/authors")
    @Transactional
    public void nameAuthors(UUID id, @Valid @NotNull Authors wanted) {
        var course = access.course(id, Verb.NAME_AUTHORS);
        access.checkTeach(wanted.personIds);
        course.writeWith(wanted.personIds);
    }

    @PUT
    @Path("/{id}/sharing")
    @Transactional
    public void share(UUID id, @Valid @NotNull Sharing wanted) {
        access.course(id, Verb.NAME_AUTHORS).share(wanted.sharing, wanted.template);
    }

    @POST
    @Path("/{id}/sections")
    @Transactional
    @ResponseStatus(201)
    public Made addSection(UUID id, @Valid @NotNull Titled wanted) {
        var course = access.course(id, Verb.WRITE);
        int last = sections.of(course.id()).stream()
                .mapToInt(Section::position)
                .max()
                .orElse(0);
        var section = Section.open(course.id(), wanted.title, last + 1, clock.instant());
        sections.persist(section);
        return new Made(section.id());
    }

    @PUT
    @Path("/{id}/outline")
    @Transactional
    public void arrange(UUID id, @Valid @NotNull Outline outline) {
        arranging.arrange(access.course(id, Verb.WRITE), outline);
    }
}
