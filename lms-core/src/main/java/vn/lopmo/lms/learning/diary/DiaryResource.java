package vn.lopmo.lms.learning.diary;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.diary.DiaryPolicy.Verb;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// The diaries of the classes, week by week.
@Path("/diaries")
class DiaryResource {
    /// @param subjects those that the caller teaches there; empty where the school has entered none, then he chooses
    record ClassView(UUID id, String name, int grade, boolean write, List<String> subjects) {}

    record LearnerName(UUID id, String name) {}

    record May(boolean write, boolean mend, boolean sumUp) {}

    record LineView(UUID id, DiaryLine line, String teacher, boolean mine, Instant writtenAt) {}

    record WeekView(
            UUID classId,
            String className,
            LocalDate monday,
            List<LearnerName> learners,
            List<LineView> lines,
            Diary.@Nullable Week summary,
            May may) {}

    record Words(@NotNull @Size(max = 1000) String text) {}

    private final CurrentCaller callers;
    private final DiaryAccess access;
    private final Diary diary;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Memberships memberships;
    private final Teachings teachings;
    private final Clock clock;

    DiaryResource(
            CurrentCaller callers,
            DiaryAccess access,
            Diary diary,
            SchoolClasses classes,
            SchoolYears years,
            Memberships memberships,
            Teachings teachings,
            Clock clock) {
        this.callers = callers;
        this.access = access;
        this.diary = diary;
        this.classes = classes;
        this.years = years;
        this.memberships = memberships;
        this.teachings = teachings;
        this.clock = clock;
    }

    /// The classes whose diaries the caller may open.
    @GET
    @Transactional
    public List<ClassView> desk() {
        var caller = callers.get();
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var year = years.currentOrOpen(caller.schoolId(), clock.instant()).id();
        return (caller.isAny(Role.HEAD, Role.ADMIN) ? classes.of(year) : own(year))
                .stream().map(this::view).toList();
    }

    private List<SchoolClass> own(UUID year) {
        var caller = callers.get();
        var ids = new LinkedHashSet<UUID>();
        memberships.taughtBy(caller.id()).forEach(each -> ids.add(each.id()));
        classes.homeroomsOf(caller.id()).forEach(each -> ids.add(each.id()));
        return classes.ofIds(ids, caller.schoolId()).stream()
                .filter(each -> each.schoolYearId().equals(year))
                .toList();
    }

    private ClassView view(SchoolClass each) {
        var taught = teachings.ofClass(each.id()).stream()
                .filter(teaching -> teaching.teacherId().equals(callers.get().id()))
                .map(teaching -> teaching.subject())
                .distinct()
                .toList();
        return new ClassView(each.id(), each.name(), each.grade(), access.may(each, Verb.WRITE), taught);
    }

    /// @param day any of the week; today's without it
    @GET
    @Path("/{class}")
    @Transactional
    public WeekView week(@PathParam("class") UUID classId, @QueryParam("day") @Nullable LocalDate day) {
        return read(access.of(classId, Verb.READ), monday(day == null ? today() : day));
    }

    /// Writes a period, or mends what was written.
    @PUT
    @Path("/{class}/lines")
    @Transactional
    public WeekView write(@PathParam("class") UUID classId, @NotNull @Valid DiaryLine line) {
        var caller = callers.get();
        var found = access.toWrite(classId, line.subject(), line.day());
        if (line.day().isAfter(today())) {
            throw new Refusal.Invalid("diary-day-to-come");
        }
        checkFree(found, diary.teacherOf(classId, line).orElse(caller.id()));
        var learners = memberships.learnersOf(classId).stream().map(Person::id).toList();
        if (!learners.containsAll(
                line.absent().stream().map(DiaryLine.Absence::learnerId).toList())) {
            throw new Refusal.Invalid("learner-not-in-class");
        }
        diary.write(caller.schoolId(), classId, line, caller.id(), clock.instant());
        return read(found, monday(line.day()));
    }

    @DELETE
    @Path("/{class}/lines/{line}")
    @Transactional
    public void takeOut(@PathParam("class") UUID classId, @PathParam("line") UUID lineId) {
        var found = access.of(classId, Verb.READ);
        checkFree(
                found,
                diary.teacherOf(classId, lineId).orElseThrow(() -> new Refusal.NotFound("diary-line-not-found")));
        diary.takeOut(lineId);
    }

    /// What the homeroom teacher, or the head, says of the week.
    @PUT
    @Path("/{class}/weeks/{monday}")
    @Transactional
    public WeekView sumUp(
            @PathParam("class") UUID classId, @PathParam("monday") LocalDate monday, @NotNull @Valid Words words) {
        var caller = callers.get();
        var found = access.of(classId, Verb.SUM_UP);
        diary.sumUp(caller.schoolId(), classId, monday(monday), words.text, caller.id(), clock.instant());
        return read(found, monday(monday));
    }

    private void checkFree(SchoolClass found, UUID teacherId) {
        if (!teacherId.equals(callers.get().id()) && !access.may(found, Verb.MEND)) {
            throw new Refusal.Conflict("diary-line-taken");
        }
    }

    private WeekView read(SchoolClass found, LocalDate monday) {
        var me = callers.get().id();
        return new WeekView(
                found.id(),
                found.name(),
                monday,
                memberships.learnersOf(found.id()).stream()
                        .map(learner -> new LearnerName(learner.id(), learner.name()))
                        .toList(),
                diary.of(found.id(), monday, monday.plusWeeks(1)).stream()
                        .map(each -> new LineView(
                                each.id(),
                                each.line(),
                                each.teacher(),
                                each.teacherId().equals(me),
                                each.at()))
                        .toList(),
                diary.week(found.id(), monday).orElse(null),
                new May(access.may(found, Verb.WRITE), access.may(found, Verb.MEND), access.may(found, Verb.SUM_UP)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
