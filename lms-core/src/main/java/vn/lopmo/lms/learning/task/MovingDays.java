package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.lms.learning.TaskDayMoved;
import vn.lopmo.platform.sql.Rows;

/// Changes days of a task. For whom another day counts then is told, unless he has handed in; what he handed in is late
/// only if it came after the day that counts now, and after the one that counted when it came.
@ApplicationScoped
class MovingDays {
    private final Tasks tasks;
    private final TaskDays days;
    private final Event<TaskDayMoved> moved;
    private final Rows rows;
    private final Clock clock;

    MovingDays(Tasks tasks, TaskDays days, Event<TaskDayMoved> moved, Rows rows, Clock clock) {
        this.tasks = tasks;
        this.days = days;
        this.moved = moved;
        this.rows = rows;
        this.clock = clock;
    }

    void move(Task task, Runnable change) {
        move(List.of(task), change, day -> true);
    }

    /// Nobody is told of a task whose days for him, as far as it had and has any, are over.
    void regroup(Collection<Task> ofGroup, Runnable change) {
        move(ofGroup, change, clock.instant()::isBefore);
    }

    private void move(Collection<Task> concerned, Runnable change, Predicate<Instant> matters) {
        var before = concerned.stream().map(task -> days.ofTask(task.id())).toList();
        change.run();
        tasks.flush();
        var earlier = before.iterator();
        concerned.forEach(task -> settle(task, earlier.next(), days.ofTask(task.id()), matters));
    }

    private void settle(Task task, Map<UUID, Instant> before, Map<UUID, Instant> after, Predicate<Instant> matters) {
        var other = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(learner -> !Objects.equals(before.get(learner), after.get(learner)))
                .collect(Collectors.toSet());
        if (!other.isEmpty()) {
            judge(task, other, after);
            other.removeIf(learner -> Stream.of(before, after)
                    .map(days -> days.get(learner))
                    .filter(Objects::nonNull)
                    .noneMatch(matters));
            tell(task, other, after);
        }
    }

    private void judge(Task task, Set<UUID> learners, Map<UUID, Instant> due) {
        var ordered = List.copyOf(learners);
        rows.change(
                "update task_work w set late = w.came_late and w.handed_in_at > coalesce(d.due_at, 'infinity')"
                        + " from unnest(cast(? as uuid[]), cast(? as timestamptz[])) as d (learner_id, due_at)"
                        + " where w.task_id = ? and w.learner_id = d.learner_id",
                ordered.toArray(UUID[]::new),
                ordered.stream().map(due::get).toArray(Instant[]::new),
                task.id());
    }

    private void tell(Task task, Set<UUID> learners, Map<UUID, Instant> due) {
        if (!task.isOpen()) {
            return;
        }
        var concerned = new HashSet<>(learners);
        concerned.removeAll(doneBy(task));
        var now = clock.instant();
        concerned.stream()
                .collect(Collectors.groupingBy(learner -> Optional.ofNullable(due.get(learner))))
                .forEach((day, who) -> moved.fire(new TaskDayMoved(
                        task.schoolId(),
                        task.courseId(),
                        task.lessonId(),
                        task.id(),
                        who,
                        task.title(),
                        day.orElse(null),
                        now)));
    }

    private List<UUID> doneBy(Task task) {
        return rows.list(
                "select learner_id from (select distinct on (learner_id) learner_id, state from task_work"
                        + " where task_id = ? order by learner_id, number desc) w where state <> 'GIVEN_BACK'",
                row -> row.uuid(1),
                task.id());
    }
}
