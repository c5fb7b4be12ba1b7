package vn.lopmo.lms.learning;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Reading a published lesson.
@Path("/lessons/{id}")
class LessonResource {
    record Report(
            int version,
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 40) String> seen,
            @Nullable @Size(max = 40) String lastBlock,
            @Min(0) int seconds) {}

    record Standing(BigDecimal share, boolean done, List<ConditionView> conditions) {}

    private final CurrentCaller callers;
    private final CourseAccess access;
    private final LessonVersions versions;
    private final Reading reading;
    private final Studies studies;
    private final LessonDoor door;
    private final LessonPages pages;

    LessonResource(
            CurrentCaller callers,
            CourseAccess access,
            LessonVersions versions,
            Reading reading,
            Studies studies,
            LessonDoor door,
            LessonPages pages) {
        this.callers = callers;
        this.access = access;
        this.versions = versions;
        this.reading = reading;
        this.studies = studies;
        this.door = door;
        this.pages = pages;
    }

    /// To whom it is not open it says why, and shows nothing of what is in it.
    @GET
    @Transactional
    public LessonPage read(UUID id) {
        var caller = callers.get();
        var placed = access.lesson(id, Verb.READ);
        var version = versions.published(placed.lesson());
        var studied = caller.is(Role.STUDENT)
                ? studies.of(caller.id(), caller.schoolId(), placed.course().id())
                : Optional.<Studies.StudiedCourse>empty();
        return pages.page(
                placed,
                LessonPages.Shown.of(version),
                studied,
                studied.flatMap(course -> course.lesson(id))
                        .map(LessonPages.Learnt::of)
                        .orElse(null),
                caller.id());
    }

    /// A page that was opened before a new version came reports against the version that it shows.
    @PUT
    @Path("/progress")
    @Transactional
    public Standing report(UUID id, @Valid @NotNull Report report) {
        var caller = callers.get();
        var lesson = access.lesson(id, Verb.READ).lesson();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        door.checkWasOpen(caller, lesson);
        var version = versions.find(id, report.version).orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
        var judged = reading.report(
                lesson, version, caller.id(), new Reading.Report(report.seen, report.lastBlock, report.seconds));
        return new Standing(judged.work().share(), judged.isDone(), judged.conditions());
    }
}
