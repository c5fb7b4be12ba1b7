package vn.lopmo.lms.course;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;

/// Beginning a course from one there is.
@Path("/courses/{id}/copies")
class CourseCopyResource {
    record Copy(
            @NotBlank @Size(max = LessonContent.LONGEST_TITLE)
            String title,

            @NotNull @Size(max = 100) List<@NotNull UUID> classIds,
            @Nullable @Size(max = 1000) Set<@NotNull UUID> lessons) {}

    /// @param daysMoved   how many days came over to this school year
    /// @param daysDropped how many were left out, because they are past
    record Copied(UUID id, int daysMoved, int daysDropped) {
        static Copied of(CourseCopying.Made made) {
            return new Copied(made.id(), made.days().moved(), made.days().dropped());
        }
    }

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final CourseCopying copying;
    private final Clock clock;

    CourseCopyResource(CurrentCaller callers, CourseAccess access, CourseCopying copying, Clock clock) {
        this.callers = callers;
        this.access = access;
        this.copying = copying;
        this.clock = clock;
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public Copied copy(UUID id, @Valid @NotNull Copy wanted) {
        var caller = callers.get();
        CoursePolicy.checkCreate(caller);
        var source = access.course(id, Verb.COPY);
        access.checkTeaches(wanted.classIds);
        var wish = new CourseCopying.Wish(wanted.title, new HashSet<>(wanted.classIds), wanted.lessons);
        return Copied.of(copying.copy(source, wish, caller, clock.instant()));
    }
}
