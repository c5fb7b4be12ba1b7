package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.LessonDoor;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// Tasks: a teacher's list of them, their settings, and handing in.
@Path("/tasks")
class TaskResource {
    record Wish(
            @NotEmpty Set<@NotNull WorkKind> kinds,

            @Nullable @DecimalMin("0.25") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal maxMark,

            boolean lateAllowed,
            @NotNull @Size(max = 100) List<@Valid @NotNull DayWish> due) {}

    record DayWish(@NotNull UUID classId, @Nullable Instant dueAt) {}

    record Sent(
            @NotNull UUID key,
            @NotNull @Size(max = 20_000) String text,
            @NotNull @Size(max = 20) List<@NotNull UUID> files,
            @NotNull Instant finishedAt) {}

    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private final CurrentCaller callers;
    private final TaskAccess access;
    private final Lessons lessons;
    private final LessonDoor door;
    private final Clock clock;
    private final ClassCircle circle;
    private final TaskSetting setting;
    private final HandingIn handingIn;
    private final WorkViews views;
    private final TaskLists lists;

    TaskResource(
            CurrentCaller callers,
            TaskAccess access,
            Lessons lessons,
            LessonDoor door,
            Clock clock,
            ClassCircle circle,
            TaskSetting setting,
            HandingIn handingIn,
            WorkViews views,
            TaskLists lists) {
        this.callers = callers;
        this.access = access;
        this.lessons = lessons;
        this.door = door;
        this.clock = clock;
        this.circle = circle;
        this.setting = setting;
        this.handingIn = handingIn;
        this.views = views;
        this.lists = lists;
    }

    /// Of all courses that the caller teaches by, the newest first, with what waits for him; for the head of all.
    @GET
    @Transactional
    public List<TaskLists.Line> mine() {
        return lists.of(callers.get());
    }

    @PUT
    @Path("/{id}/settings")
    @Transactional
    public void set(UUID id, @Valid @NotNull Wish wish) {
        var placed = access.task(id, Verb.SET, null);
        setting.set(placed, wish);
    }

    /// The whole work, in place of what was handed in for this try before.
    @PUT
    @Path("/{id}/work")
    @Transactional
    public WorkView handIn(UUID id, @Valid @NotNull Sent sent) {
        var caller = callers.get();
        var placed = access.task(id, Verb.HAND_IN, null);
        checkDoor(caller, placed, sent.finishedAt);
        var classId = circle.learntIn(caller, placed.course()).getFirst();
        var work = handingIn.take(
                placed.task(),
                caller.id(),
                classId,
                new HandingIn.Sending(sent.key, clean(sent.text), sent.files, sent.finishedAt));
        return views.forLearner(List.of(work)).getFirst();
    }

    /// What was finished a while ago waited on a device: the lesson may have closed since.
    private void checkDoor(Caller caller, TaskAccess.Placed placed, Instant finishedAt) {
        var lesson = lessons.get(placed.task().lessonId(), caller.schoolId());
        if (finishedAt.isBefore(clock.instant().minus(JUST_NOW))) {
            door.checkWasOpen(caller, lesson);
        } else {
            door.checkOpen(caller, lesson);
        }
    }

    /// Lines stay lines; what no keyboard types goes.
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}\\p{Co}\\p{Cs}&&[^\\n\\t]]", "")
                .strip();
    }
}
