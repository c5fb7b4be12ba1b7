package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.platform.sql.Rows;

/// Whether the tasks of a lesson are handed in: what completing the lesson may ask for.
@ApplicationScoped
class HandedInTasks {
    private record One(String blockId, boolean done) {}

    private final Rows rows;

    HandedInTasks(Rows rows) {
        this.rows = rows;
    }

    /// By block, for every task that the lesson shows. What was given back counts no longer.
    public Map<String, Boolean> handedIn(UUID learnerId, UUID lessonId) {
        return rows
                .list(
                        "select t.block_id, coalesce((select w.state <> 'GIVEN_BACK' from task_work w where w.task_id ="
                                + " t.id and w.learner_id = ? order by w.number desc limit 1), false)"
                                + " from task t where t.lesson_id = ? and t.open",
                        row -> new One(row.text(1), row.is(2)),
                        learnerId,
                        lessonId)
                .stream()
                .collect(Collectors.toMap(One::blockId, One::done));
    }
}
