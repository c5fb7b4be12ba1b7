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
    private static final String LEARNT_IN =
            "select class_id from membership where person_id = ? and role = 'STUDENT' and ended_at is null";

    private static final String SQL = TaskDays.BETWEEN.formatted(LEARNT_IN) + """
            select t.id, t.lesson_id, t.block_id, t.title, c.title, c.subject, d.due_at from days d
            join task t on t.id = d.task_id and t.open join course c on c.id = t.course_id
            join course_class k on k.course_id = c.id and k.class_id = d.class_id
            where t.school_id = ? and coalesce((select w.state from task_work w where w.task_id = t.id and w.learner_id = ?
              order by w.number desc limit 1), 'GIVEN_BACK') = 'GIVEN_BACK' order by d.due_at, t.id""";

    private final Rows rows;

    TasksToDo(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Due> of(UUID learnerId, UUID schoolId, Instant from, Instant until) {
        return rows.list(
                SQL,
                row -> new Due(
                        row.uuid(1), row.uuid(2), row.text(3), row.text(4), row.text(5), row.text(6), row.time(7)),
                learnerId,
                learnerId,
                learnerId,
                from,
                until,
                from,
                until,
                schoolId,
                learnerId);
    }
}
