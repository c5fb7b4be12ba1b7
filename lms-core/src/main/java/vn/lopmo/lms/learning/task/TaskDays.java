package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The day on which a task is due for a learner. One of those that are set counts: his own before the latest of his
/// groups' before his class's.
@ApplicationScoped
public class TaskDays {
    /// The days of one person between two moments, as `days (task_id, class_id, due_at)`. Values: the person twice,
    /// those of the query for his classes, from and until twice.
    static final String BETWEEN = """
            with own as (
              select distinct on (task_id) task_id, due_at from (
                select o.task_id, o.due_at, 0 as width from task_own_due o where o.learner_id = ?
                union all
                select o.task_id, o.due_at, 1 from learner_group_member g join task_own_due o on o.group_id = g.group_id
                where g.person_id = ?) each_one
              order by task_id, width, due_at desc),
            classes (id) as (%s),
            days as (
              select d.task_id, d.class_id, d.due_at from classes c join task_due d on d.class_id = c.id
              where d.due_at >= ? and d.due_at < ? and not exists (select 1 from own o where o.task_id = d.task_id)
              union all
              select o.task_id, k.class_id, o.due_at from own o join task t on t.id = o.task_id
              join course_class k on k.course_id = t.course_id join classes c on c.id = k.class_id
              where o.due_at >= ? and o.due_at < ?)
            """;

    private static final String OF_PERSON = BETWEEN.formatted("select unnest(cast(? as uuid[]))") + """
            select t.id, t.lesson_id, t.title, c.title, s.name, d.due_at from days d
            join task t on t.id = d.task_id and t.open join course c on c.id = t.course_id
            join course_class k on k.course_id = c.id and k.class_id = d.class_id
            join school_class s on s.id = d.class_id order by d.due_at, t.id""";

    private static final String LATEST_OF_GROUPS = "(select max(o.due_at) from task_own_due o"
            + " join learner_group_member g on g.group_id = o.group_id where o.task_id = %s and g.person_id = %s)";

    private static final String OF_LEARNER = "select w.task_id, coalesce("
            + "(select o.due_at from task_own_due o where o.task_id = w.task_id and o.learner_id = ?), "
            + LATEST_OF_GROUPS.formatted("w.task_id", "?")
            + ", (select d.due_at from task_due d where d.task_id = w.task_id and d.class_id = w.class_id)) as due_at"
            + " from unnest(cast(? as uuid[]), cast(? as uuid[])) as w (task_id, class_id)";

    private static final String OF_TASK = "select m.person_id, coalesce(o.due_at, "
            + LATEST_OF_GROUPS.formatted("t.id", "m.person_id")
            + ", d.due_at) as due_at from task t join course_class k on k.course_id = t.course_id"
            + " join membership m on m.class_id = k.class_id and m.role = 'STUDENT' and m.ended_at is null"
            + " left join task_due d on d.task_id = t.id and d.class_id = m.class_id"
            + " left join task_own_due o on o.task_id = t.id and o.learner_id = m.person_id where t.id = ?";

    public record Day(UUID taskId, UUID lessonId, String title, String courseTitle, String className, Instant dueAt) {}

    /// A task for a class.
    record Place(UUID taskId, UUID classId) {}

    private final Rows rows;

    TaskDays(Rows rows) {
        this.rows = rows;
    }

    /// Of classes that somebody learns or teaches in, by day; tasks that lessons do not show any more are left out.
    ///
    /// @param personId whose own days count before those of his classes
    /// @param until    not counted in
    public List<Day> of(UUID personId, Collection<UUID> classIds, Instant from, Instant until) {
        return rows.list(
                OF_PERSON,
                row -> new Day(row.uuid(1), row.uuid(2), row.text(3), row.text(4), row.text(5), row.time(6)),
                personId,
                personId,
                classIds.toArray(UUID[]::new),
                from,
                until,
                from,
                until);
    }

    /// By task; one that is never due for him is not there.
    Map<UUID, Instant> of(UUID learnerId, Collection<Place> places) {
        return byId(
                OF_LEARNER,
                learnerId,
                learnerId,
                places.stream().map(Place::taskId).toArray(UUID[]::new),
                places.stream().map(Place::classId).toArray(UUID[]::new));
    }

    /// By learner, of all who learn the course now; for whom it is never due is not there.
    Map<UUID, Instant> ofTask(UUID taskId) {
        return byId(OF_TASK, taskId);
    }

    /// Who learns in two classes, or has worked in two, has the later day.
    private Map<UUID, Instant> byId(String sql, Object... values) {
        return rows.list("select * from (" + sql + ") days where due_at is not null", TaskDays::entry, values).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a.isAfter(b) ? a : b));
    }

    private static Map.Entry<UUID, Instant> entry(Row row) throws SQLException {
        return Map.entry(row.uuid(1), row.time(2));
    }
}
