package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.learning.DueTasks;
import vn.lopmo.platform.sql.Rows;

/// What a learner should hand in, in one statement: it stands on his first page.
@ApplicationScoped
class TasksToDo implements DueTasks {
    private final Rows rows;

    TasksToDo(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Due> of(UUID learnerId, UUID schoolId, Instant from, Instant until) {
        return rows.list(
                "select t.id, t.lesson_id, t.block_id, t.title, c.title, c.subject, d.due_at from membership m"
                        + " join course_class k on k.class_id = m.class_id"
                        + " join task t on t.course_id = k.course_id and t.open"
                        + " join task_due d on d.task_id = t.id and d.class_id = m.class_id"
                        + " join course c on c.id = t.course_id"
                        + " where m.person_id = ? and m.role = 'STUDENT' and m.ended_at is null and t.school_id = ?"
                        + " and d.due_at >= ? and d.due_at < ? and coalesce((select w.state from task_work w"
                        + " where w.task_id = t.id and w.learner_id = m.person_id order by w.number desc limit 1),"
                        + " 'GIVEN_BACK') = 'GIVEN_BACK' order by d.due_at, t.id",
                row -> new Due(
                        row.uuid(1), row.uuid(2), row.text(3), row.text(4), row.text(5), row.text(6), row.time(7)),
                learnerId,
                schoolId,
                from,
                until);
    }
}
