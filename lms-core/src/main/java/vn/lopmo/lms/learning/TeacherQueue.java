package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.platform.sql.Rows;

/// How much waits for a teacher in the classes that he looks after: one statement, since it stands on his first page.
@ApplicationScoped
class TeacherQueue {
    /// What was handed in and is not released is the last of its tries: a next one begins where this was given back.
    private static final String COUNTS = """
            with mine as (select * from unnest(cast(? as uuid[]), cast(? as uuid[])) as m (course_id, class_id))
            select (select count(*) from mine join task t on t.course_id = mine.course_id and t.open
                    join task_work w on w.task_id = t.id and w.class_id = mine.class_id and w.state = 'HANDED_IN'
                    and exists (select 1 from membership m where m.person_id = w.learner_id
                      and m.class_id = w.class_id and m.role = 'STUDENT' and m.ended_at is null)),
                   (select count(*) from mine join lesson_question q on q.course_id = mine.course_id
                    and q.class_id = mine.class_id and q.waiting)""";

    /// @param work pieces of handed-in work to mark
    record Waiting(int work, int questions) {}

    private final Rows rows;

    TeacherQueue(Rows rows) {
        this.rows = rows;
    }

    /// @param classes those that he looks after, by course
    Waiting of(Map<UUID, ? extends Collection<UUID>> classes) {
        List<UUID> courseIds = new ArrayList<>();
        List<UUID> classIds = new ArrayList<>();
        classes.forEach((course, its) -> its.forEach(each -> {
            courseIds.add(course);
            classIds.add(each);
        }));
        if (courseIds.isEmpty()) {
            return new Waiting(0, 0);
        }
        return rows.first(
                        COUNTS,
                        row -> new Waiting(row.number(1), row.number(2)),
                        courseIds.toArray(UUID[]::new),
                        classIds.toArray(UUID[]::new))
                .orElseThrow();
    }
}
