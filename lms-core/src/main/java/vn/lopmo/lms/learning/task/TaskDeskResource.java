package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.Reminders;
import vn.lopmo.lms.learning.task.TaskAccess.Placed;
import vn.lopmo.lms.learning.task.TaskAccess.PlacedWork;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.CurrentCaller;

/// A task on its teacher's desk: who of the class handed in, and what is still to be done.
@Path("/task-desks/{id}")
class TaskDeskResource {
    record Desk(
            UUID taskId,
            String title,
            String html,
            UUID lessonId,
            UUID courseId,
            String courseTitle,
            boolean open,
            boolean maySet,
            Set<WorkKind> kinds,
            @Nullable BigDecimal maxMark,
            boolean lateAllowed,
            List<OfClass> classes,
            List<String> phrases) {}

    /// @param dueAt of the class; some of its learners may have days of their own
    record OfClass(UUID id, String name, @Nullable Instant dueAt, List<Row> learners) {}

    /// How one learner of the class stands.
    enum Standing {
        /// Nothing yet, and still time.
        WAITING,
        /// Nothing, and the day is over.
        MISSING,
        HANDED_IN,
        GIVEN_BACK,
        RELEASED
    }

    /// @param dueAt      for him
    /// @param begun      the teacher has written something
    /// @param remindedAt when he was last reminded of this task
    /// @param recordingsOff no pictures and no voice of his are taken, so that he writes or hands in a document
    record Row(
            UUID learnerId,
            String name,
            Standing standing,
            @Nullable Instant dueAt,
            boolean late,
            boolean begun,
            @Nullable UUID workId,
            @Nullable Instant handedInAt,
            @Nullable BigDecimal mark,
            @Nullable Instant remindedAt,
            boolean recordingsOff) {}

    record Release(@NotNull UUID classId) {}

    record Released(int released) {}

    private final CurrentCaller callers;
    private final TaskAccess access;
    private final ClassCircle circle;
    private final TaskWorks works;
    private final TaskDays days;
    private final WorkPins pins;
    private final WorkForms forms;
    private final Marking marking;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Reminders reminders;
    private final Clock clock;
    private final RecordReads reads;

    TaskDeskResource(
            CurrentCaller callers,
            TaskAccess access,
            ClassCircle circle,
            TaskWorks works,
            TaskDays days,
            WorkPins pins,
            WorkForms forms,
            Marking marking,
            SchoolClasses classes,
            Memberships memberships,
            Reminders reminders,
            Clock clock,
            RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.circle = circle;
        this.works = works;
        this.days = days;
        this.pins = pins;
        this.forms = forms;
        this.marking = marking;
        this.classes = classes;
        this.memberships = memberships;
        this.reminders = reminders;
        this.clock = clock;
        this.reads = reads;
    }

    @GET
    @Transactional
    public Desk desk(UUID id) {
        var caller = callers.get();
        var placed = access.task(id, Verb.MARK, null);
        var task = placed.task();
        var course = placed.course();
        return new Desk(
                id,
                task.title(),
                task.html(),
                task.lessonId(),
                course.id(),
                course.title(),
                task.isOpen(),
                course.isWrittenBy(caller.id()),
                task.kinds(),
                task.maxMark(),
                task.lateAllowed(),
                ofClasses(placed),
                pins.phrasesOf(caller.id()));
    }

    private List<OfClass> ofClasses(Placed placed) {
        var caller = callers.get();
        var taught = circle.taughtIn(caller, placed.course());
        var reminded = reminders.ofTask(placed.task().id());
        var due = days.ofTask(placed.task().id());
        return classes.ofIds(taught, caller.schoolId()).stream()
                .map(each -> {
                    Map<UUID, TaskWork> latest = works.latestOf(placed.task().id(), each.id()).stream()
                            .collect(Collectors.toMap(TaskWork::learnerId, Function.identity()));
                    var learners = memberships.learnersOf(each.id());
                    var ids = learners.stream().map(Person::id).toList();
                    reads.noteAll(caller, ids, RecordReads.WORK);
                    var off = forms.withoutRecordings(caller.schoolId(), ids);
                    var rows = learners.stream()
                            .map(person -> row(
                                    person,
                                    latest.get(person.id()),
                                    due.get(person.id()),
                                    reminded.get(person.id()),
                                    off.contains(person.id())))
                            .toList();
                    return new OfClass(
                            each.id(),
                            each.name(),
                            placed.task().dueAt(each.id()).orElse(null),
                            rows);
                })
                .toList();
    }

    private Row row(
            Person person, @Nullable TaskWork work, @Nullable Instant due, @Nullable Instant remindedAt, boolean off) {
        return work == null
                ? new Row(
                        person.id(),
                        person.name(),
                        due != null && clock.instant().isAfter(due) ? Standing.MISSING : Standing.WAITING,
                        due,
                        false,
                        false,
                        null,
                        null,
                        null,
                        remindedAt,
                        off)
                : new Row(
                        person.id(),
                        person.name(),
                        Standing.valueOf(work.state().name()),
                        due,
                        work.isLate(),
                        work.isBeingMarked(),
                        work.id(),
                        work.handedInAt(),
                        work.mark(),
                        remindedAt,
                        off);
    }

    /// All of a class that the teacher has written something on.
    @POST
    @Path("/releases")
    @Transactional
    public Released release(UUID id, @Valid @NotNull Release release) {
        var placed = access.task(id, Verb.MARK, release.classId);
        var ready = works.latestOf(id, release.classId).stream()
                .filter(work -> work.state() == TaskWork.State.HANDED_IN && work.isBeingMarked())
                .toList();
        ready.forEach(work -> marking.release(new PlacedWork(work, placed.task(), placed.course())));
        return new Released(ready.size());
    }
}
