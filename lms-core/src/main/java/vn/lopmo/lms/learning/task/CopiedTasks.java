package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseCopied;
import vn.lopmo.lms.course.LessonPublished;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// What tasks ask for goes along when their lesson is copied. The tasks themselves are there only once the copy is
/// published; until then their settings wait here.
@ApplicationScoped
class CopiedTasks {
    /// Of a task there is, or of one whose lesson was copied and not published since.
    private static final String SETTINGS = """
            select l.made, t.block_id, t.kinds, t.max_mark, t.late_allowed,
                   (select max(d.due_at) from task_due d where d.task_id = t.id)
            from task t join unnest(?::uuid[], ?::uuid[]) as l(was, made) on l.was = t.lesson_id
            where t.open
            union all
            select l.made, c.block_id, c.kinds, c.max_mark, c.late_allowed, c.due_at
            from copied_task c join unnest(?::uuid[], ?::uuid[]) as l(was, made) on l.was = c.lesson_id
            """;

    private record Settings(
            UUID lessonId,
            String blockId,
            List<String> kinds,
            @Nullable BigDecimal maxMark,
            boolean lateAllowed,
            @Nullable Instant dueAt) {}

    private final Rows rows;

    CopiedTasks(Rows rows) {
        this.rows = rows;
    }

    /// The last of the days of the old classes holds for all of the new ones.
    void copy(@Observes CourseCopied copied) {
        Map<UUID, UUID> lessons = copied.lessons();
        var was = lessons.keySet().toArray(UUID[]::new);
        var made = lessons.values().toArray(UUID[]::new);
        rows.list(SETTINGS, CopiedTasks::settings, was, made, was, made).forEach(each -> keep(copied, each));
    }

    private static Settings settings(Row row) throws SQLException {
        return new Settings(row.uuid(1), row.text(2), row.texts(3), row.decimalOrNull(4), row.is(5), row.timeOrNull(6));
    }

    private void keep(CourseCopied copied, Settings settings) {
        var due = settings.dueAt;
        rows.change(
                "insert into copied_task (lesson_id, block_id, school_id, kinds, max_mark, late_allowed, due_at)"
                        + " values (?, ?, ?, ?, cast(? as numeric), ?, cast(? as timestamptz))",
                settings.lessonId,
                settings.blockId,
                copied.schoolId(),
                settings.kinds.toArray(String[]::new),
                settings.maxMark,
                settings.lateAllowed,
                due == null ? null : copied.days().bring(due).orElse(null));
    }

    /// Gives a task that opens what was set for it, and forgets that.
    ///
    /// @return the day, if it still lies ahead
    @Nullable
    Instant take(Task task, LessonPublished lesson) {
        var found = rows.first(
                "delete from copied_task where lesson_id = ? and block_id = ?"
                        + " returning lesson_id, block_id, kinds, max_mark, late_allowed, due_at",
                CopiedTasks::settings,
                lesson.lessonId(),
                task.blockId());
        if (found.isEmpty()) {
            return null;
        }
        var settings = found.get();
        var kinds = settings.kinds.stream().map(WorkKind::valueOf).toList();
        task.ask(kinds, settings.maxMark, settings.lateAllowed);
        var due = settings.dueAt;
        if (due == null || !due.isAfter(lesson.at())) {
            return null;
        }
        lesson.classIds().forEach(each -> task.dueAt(each, due));
        return due;
    }
}
