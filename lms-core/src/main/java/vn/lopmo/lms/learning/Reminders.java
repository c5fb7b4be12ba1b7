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
import vn.lopmo.lms.course.Course;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Reminders of teachers to learners: one for each learner, course and day, whoever of its authors presses how often.
@ApplicationScoped
class Reminders {
    private final Rows rows;
    private final Event<Reminded> reminded;
    private final Clock clock;

    Reminders(Rows rows, Event<Reminded> reminded, Clock clock) {
        this.rows = rows;
        this.reminded = reminded;
        this.clock = clock;
    }

    /// Who was reminded today, and when.
    Map<UUID, Instant> today(Course course) {
        return rows
                .list(
                        "select learner_id, at from reminder where course_id = ? and day = ?",
                        row -> Map.entry(row.uuid(1), row.time(2)),
                        course.id(),
                        day(clock.instant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// @return those who were reminded now; the others were today already
    List<UUID> remind(Course course, UUID teacher, Collection<UUID> learners, String text) {
        var now = clock.instant();
        var told = learners.stream()
                .distinct()
                .filter(learner -> rows.change(
                                "insert into reminder (id, school_id, course_id, teacher_id, learner_id, text, day, at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                                Ids.next(now),
                                course.schoolId(),
                                course.id(),
                                teacher,
                                learner,
                                text,
                                day(now),
                                now)
                        == 1)
                .toList();
        if (!told.isEmpty()) {
            reminded.fire(new Reminded(course.schoolId(), course.id(), teacher, told, text, now));
        }
        return told;
    }

    private static Date day(Instant at) {
        return Date.valueOf(LocalDate.ofInstant(at, ClockSource.VIETNAM));
    }
}
