package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.sql.Rows;

/// The days of a task that are not a class's: one learner's, or a group's.
@ApplicationScoped
class OwnDays {
    /// Whose day it is.
    ///
    /// @param learnerId null where it is a group's
    /// @param groupId   null where it is one learner's
    record Whose(@Nullable UUID learnerId, @Nullable UUID groupId) {
        static Whose learner(UUID id) {
            return new Whose(id, null);
        }

        static Whose group(UUID id) {
            return new Whose(null, id);
        }
    }

    record Day(@Nullable UUID learnerId, @Nullable UUID groupId, String name, Instant dueAt) {}

    private final Rows rows;

    OwnDays(Rows rows) {
        this.rows = rows;
    }

    void put(Task task, Whose whose, Instant dueAt) {
        rows.change(
                "insert into task_own_due (task_id, school_id, learner_id, group_id, due_at)"
                        + " values (?, ?, cast(? as uuid), cast(? as uuid), ?) on conflict (task_id, "
                        + (whose.groupId == null ? "learner_id" : "group_id")
                        + ") do update set due_at = excluded.due_at",
                task.id(),
                task.schoolId(),
                whose.learnerId,
                whose.groupId,
                dueAt);
    }

    void remove(Task task, Whose whose) {
        rows.change(
                "delete from task_own_due where task_id = ? and (learner_id = cast(? as uuid) or group_id = cast(? as uuid))",
                task.id(),
                whose.learnerId,
                whose.groupId);
    }

    /// Groups first, by name; of those alone who learn in some classes, or have a member there.
    List<Day> of(Task task, Collection<UUID> classIds) {
        return rows.list(
                """
                with here as (select person_id from membership
                  where class_id = any(?) and role = 'STUDENT' and ended_at is null)
                select * from (
                select cast(null as uuid) as learner_id, o.group_id, g.name, o.due_at
                from task_own_due o join learner_group g on g.id = o.group_id and g.ended_at is null
                where o.task_id = ? and exists (select 1 from learner_group_member m
                  where m.group_id = g.id and m.person_id in (select person_id from here))
                union all
                select o.learner_id, null, p.name, o.due_at from task_own_due o join person p on p.id = o.learner_id
                where o.task_id = ? and o.learner_id in (select person_id from here)
                ) days order by group_id is null, name""",
                row -> new Day(row.uuidOrNull(1), row.uuidOrNull(2), row.text(3), row.time(4)),
                classIds.toArray(UUID[]::new),
                task.id(),
                task.id());
    }
}
