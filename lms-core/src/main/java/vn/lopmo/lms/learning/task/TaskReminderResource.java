package vn.lopmo.lms.learning.task;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.Reminded;
import vn.lopmo.lms.learning.Reminders;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.lms.organisation.LearnerGroups;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Reminding all of a class, or of a group there, whose work of a task is still waited for.
@Path("/task-reminders/{task}")
class TaskReminderResource {
    /// @param groupId only those of the class who are in a group of the caller's
    /// @param again   whether those who were reminded today hear of it once more
    record Reminder(
            @NotNull UUID classId,
            @Nullable UUID groupId,
            @NotBlank @Size(max = 500) String text,
            boolean again) {}

    /// @param reminded those who hear of it now
    record Sent(List<UUID> reminded) {}

    private final CurrentCaller callers;
    private final TaskAccess access;
    private final TaskWorks works;
    private final Memberships memberships;
    private final LearnerGroups groups;
    private final Reminders reminders;

    TaskReminderResource(
            CurrentCaller callers,
            TaskAccess access,
            TaskWorks works,
            Memberships memberships,
            LearnerGroups groups,
            Reminders reminders) {
        this.callers = callers;
        this.access = access;
        this.works = works;
        this.memberships = memberships;
        this.groups = groups;
        this.reminders = reminders;
    }

    @POST
    @Transactional
    public Sent remind(UUID task, @Valid @NotNull Reminder wanted) {
        var placed = access.task(task, Verb.MARK, wanted.classId);
        if (!placed.task().isOpen()) {
            throw new Refusal.Conflict("task-closed");
        }
        var of = new Reminded.OfTask(
                task, placed.task().lessonId(), placed.task().title());
        return new Sent(reminders.remind(
                placed.course(),
                of,
                callers.get().id(),
                waitedFor(task, wanted),
                VietnameseText.tidy(wanted.text),
                wanted.again));
    }

    /// Whoever has handed in since the page was opened is left alone.
    private List<UUID> waitedFor(UUID task, Reminder wanted) {
        var done = works.latestOf(task, wanted.classId).stream()
                .filter(work -> work.state() != TaskWork.State.GIVEN_BACK)
                .map(TaskWork::learnerId)
                .collect(Collectors.toUnmodifiableSet());
        var group = wanted.groupId;
        var among =
                group == null ? null : groups.getInHand(callers.get(), group).members();
        return memberships.learnersOf(wanted.classId).stream()
                .map(Person::id)
                .filter(learner -> among == null || among.contains(learner))
                .filter(learner -> !done.contains(learner))
                .toList();
    }
}
