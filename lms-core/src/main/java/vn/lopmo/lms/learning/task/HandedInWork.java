package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.learning.TaskStandings;
import vn.lopmo.platform.sql.Rows;

/// Tells which tasks are handed in: what completing a lesson may ask for.
@ApplicationScoped
class HandedInWork implements TaskStandings {
    private final Rows rows;

    HandedInWork(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<HandedIn> handedIn(Collection<UUID> learnerIds, Collection<UUID> lessonIds) {
        return rows.list(
                "select distinct w.learner_id, t.lesson_id, t.block_id from task_work w join task t on t.id = w.task_id"
                        + " where w.learner_id = any(?) and t.lesson_id = any(?)",
                row -> new HandedIn(row.uuid(1), row.uuid(2), row.text(3)),
                learnerIds.toArray(UUID[]::new),
                lessonIds.toArray(UUID[]::new));
    }
}
