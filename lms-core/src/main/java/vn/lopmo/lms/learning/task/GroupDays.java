package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.Regrouping;
import vn.lopmo.platform.sql.Rows;

/// Who comes into a group, or leaves it, has its days, or has them no more.
@ApplicationScoped
class GroupDays implements Regrouping {
    private final Tasks tasks;
    private final MovingDays moving;
    private final Rows rows;

    GroupDays(Tasks tasks, MovingDays moving, Rows rows) {
        this.tasks = tasks;
        this.moving = moving;
        this.rows = rows;
    }

    @Override
    public void change(UUID groupId, Runnable change) {
        moving.regroup(tasks.ofIds(datedFor(groupId)), change);
    }

    private List<UUID> datedFor(UUID groupId) {
        return rows.list("select task_id from task_own_due where group_id = ?", row -> row.uuid(1), groupId);
    }
}
