package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.sql.Rows;

/// The days on which tasks are due, for calendars and for whoever asks what comes next.
@ApplicationScoped
public class TaskDays {
    public record Day(UUID taskId, UUID courseId, UUID lessonId, UUID classId, String title, Instant dueAt) {}

    private final Rows rows;

    TaskDays(Rows rows) {
        this.rows = rows;
    }

    /// Of classes, by day; tasks that lessons do not show any more are left out.
    ///
    /// @param until not counted in
    public List<Day> of(UUID schoolId, Collection<UUID> classIds, Instant from, Instant until) {
        return rows.list(
                "select t.id, t.course_id, t.lesson_id, d.class_id, t.title, d.due_at from task_due d"
                        + " join task t on t.id = d.task_id where t.school_id = ? and d.class_id = any(?) and t.open"
                        + " and d.due_at >= ? and d.due_at < ? order by d.due_at, t.id",
                row -> new Day(row.uuid(1), row.uuid(2), row.uuid(3), row.uuid(4), row.text(5), row.time(6)),
                schoolId,
                classIds.toArray(UUID[]::new),
                from,
                until);
    }

    /// The tasks of those that a learner has handed something in for, and that were not given back since.
    public List<UUID> doneBy(UUID learnerId, Collection<UUID> taskIds) {
        return rows.list(
                "select task_id from (select distinct on (task_id) task_id, state from task_work where learner_id = ?"
                        + " and task_id = any(?) order by task_id, number desc) w where state <> 'GIVEN_BACK'",
                row -> row.uuid(1),
                learnerId,
                taskIds.toArray(UUID[]::new));
    }
}
