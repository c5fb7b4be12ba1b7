package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Reminders of teachers to learners: one for each learner, course or task, and day, whoever of its teachers
/// presses how often; a task's may be said again on purpose.
@ApplicationScoped
public class Reminders {
    private static final String KEEP =
            "insert into reminder (id, school_id, course_id, task_id, teacher_id, learner_id,"
                    + " text, day, at) values (?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?)"
                    + " on conflict (course_id, learner_id, day, task_id) do ";
    private static final String ONCE = KEEP + "nothing";
    private static final String AGAIN =
            KEEP + "update set teacher_id = excluded.teacher_id, text = excluded.text, at = excluded.at";

    private final Rows rows;
    private final Event<Reminded> reminded;
    private final Clock clock;

    Reminders(Rows rows, Event<Reminded> reminded, Clock clock) {
        this.rows = rows;
        this.reminded = reminded;
        this.clock = clock;
    }

    /// Who was reminded of a course today, and when.
    Map<UUID, Instant> today(Course course) {
        return times(
                "select learner_id, at from reminder where course_id = ? and task_id is null and day = ?",
                course.id(),
                day(clock.instant()));
    }

    /// When each was last reminded of a task; who never was is not there.
    public Map<UUID, Instant> ofTask(UUID taskId) {
        return times("select learner_id, max(at) from reminder where task_id = ? group by learner_id", taskId);
    }

    private Map<UUID, Instant> times(String sql, Object... of) {
        return rows.list(sql, row -> Map.entry(row.uuid(1), row.time(2)), of).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @return those who were reminded now; the others were today already
    List<UUID> remind(Course course, UUID teacher, Collection<UUID> learners, String text) {
        return remind(course, null, teacher, learners, text, false);
    }

    /// @param again whether those who were reminded of it today hear of it once more
    /// @return those who were reminded now
    public List<UUID> remind(
            Course course,
            Reminded.@Nullable OfTask task,
            UUID teacher,
            Collection<UUID> learners,
            String text,
            boolean again) {
        var now = clock.instant();
        var told = learners.stream()
                .distinct()
                .filter(learner -> rows.change(
                                again ? AGAIN : ONCE,
                                Ids.next(now),
                                course.schoolId(),
                                course.id(),
                                task == null ? null : task.taskId(),
                                teacher,
                                learner,
                                text,
                                day(now),
                                now)
                        == 1)
                .toList();
        if (!told.isEmpty()) {
            reminded.fire(new Reminded(course.schoolId(), course.id(), teacher, told, text, task, now));
        }
        return told;
    }

    private static Date day(Instant at) {
        return Date.valueOf(LocalDate.ofInstant(at, ClockSource.VIETNAM));
    }
}
