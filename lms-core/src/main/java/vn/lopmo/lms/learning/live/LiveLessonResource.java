package vn.lopmo.lms.learning.live;

import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.live.LiveLessonPolicy.Verb;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Lessons at a distance. A learner gets the link by opening it, and that is what attendance is made of.
@Path("/live-lessons")
class LiveLessonResource {
    private static final Duration LOOKING_BACK = Duration.ofDays(60);

    record Wish(
            @NotNull @Size(max = 40) String subject,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 500) String url,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt) {
        LiveLesson.Wish asked() {
            return new LiveLesson.Wish(subject, title, url, startsAt, endsAt);
        }
    }

    record NewLesson(@NotNull UUID classId, @NotNull @Valid Wish lesson) {}

    /// @param url null for learners, who open it through `visits`
    record View(
            UUID id,
            UUID classId,
            String className,
            String subject,
            String title,
            String service,
            Instant startsAt,
            Instant opensAt,
            Instant endsAt,
            @Nullable String url,
            boolean mine,
            boolean attendance) {}

    record Door(String url) {}

    record Correction(Attendance.@Nullable Standing standing) {}

    private final CurrentCaller callers;
    private final LiveAccess access;
    private final LiveLessons lessons;
    private final Attendance attendance;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Event<LiveLessonSet> events;
    private final Clock clock;

    LiveLessonResource(
            CurrentCaller callers,
            LiveAccess access,
            LiveLessons lessons,
            Attendance attendance,
            SchoolClasses classes,
            Memberships memberships,
            Event<LiveLessonSet> events,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.attendance = attendance;
        this.classes = classes;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    /// Of one class, or of all that the caller learns or teaches in: those of the last weeks and those to come.
    @GET
    @Transactional
    public List<View> list(@QueryParam("class") @Nullable UUID classId) {
        var of = classId == null
                ? access.ownClasses()
                : List.of(access.schoolClass(classId, Verb.READ).id());
        return lessons.of(of, clock.instant().minus(LOOKING_BACK)).stream()
                .map(this::view)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View one(UUID id) {
        return view(access.lesson(id, Verb.READ));
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public View make(@NotNull @Valid NewLesson wanted) {
        var caller = callers.get();
        var now = clock.instant();
        var schoolClass = access.schoolClass(wanted.classId, Verb.SET);
        var lesson = LiveLesson.of(caller.schoolId(), schoolClass.id(), caller.id(), wanted.lesson.asked(), now);
        lessons.persist(lesson);
        events.fire(LiveLessonSet.of(lesson, now));
        return view(lesson);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public View change(UUID id, @NotNull @Valid Wish wish) {
        var lesson = access.lesson(id, Verb.CHANGE);
        var before = lesson.startsAt();
        lesson.set(wish.asked());
        if (!before.equals(lesson.startsAt())) {
            events.fire(LiveLessonSet.of(lesson, clock.instant()));
        }
        return view(lesson);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void cancel(UUID id) {
        var now = clock.instant();
        var lesson = access.lesson(id, Verb.CHANGE);
        lesson.cancel(now);
        events.fire(LiveLessonSet.of(lesson, now));
    }

    /// A learner opens the link, and is logged.
    @POST
    @Path("/{id}/visits")
    @Transactional
    public Door open(UUID id) {
        var now = clock.instant();
        var lesson = access.lesson(id, Verb.JOIN);
        var link = lesson.enter(now);
        attendance.opened(lesson, callers.get().id(), now);
        return new Door(link.url());
    }

    @GET
    @Path("/{id}/attendance")
    @Transactional
    public List<Attendance.Line> attendance(UUID id) {
        return attendance.of(access.lesson(id, Verb.READ_ATTENDANCE));
    }

    @PUT
    @Path("/{id}/attendance/{learner}")
    @Transactional
    public List<Attendance.Line> correct(UUID id, UUID learner, @NotNull Correction correction) {
        var lesson = access.lesson(id, Verb.CHANGE);
        if (!memberships.learnsIn(learner, lesson.classId())) {
            throw new Refusal.Invalid("learner-not-in-class");
        }
        attendance.correct(lesson, learner, correction.standing, callers.get().id(), clock.instant());
        return attendance.of(lesson);
    }

    private View view(LiveLesson lesson) {
        boolean staff = callers.get().isStaff();
        return new View(
                lesson.id(),
                lesson.classId(),
                classes.get(lesson.classId(), lesson.schoolId()).name(),
                lesson.subject(),
                lesson.title(),
                lesson.link().service(),
                lesson.startsAt(),
                lesson.startsAt().minus(LiveLesson.EARLY),
                lesson.endsAt(),
                staff ? lesson.link().url() : null,
                access.may(lesson, Verb.CHANGE),
                access.may(lesson, Verb.READ_ATTENDANCE));
    }
}
