package vn.lopmo.lms.learning.diary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.diary.DiaryLine.Absence;
import vn.lopmo.lms.learning.diary.DiaryLine.Grade;
import vn.lopmo.lms.learning.diary.DiaryLine.Session;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.text.VietnameseText;

/// The rows of the diaries.
@ApplicationScoped
class Diary {
    /// @param line as it was written, without who was away
    record Written(UUID id, DiaryLine line, UUID teacherId, String teacher, Instant at) {}

    record Week(String text, String by, Instant at) {}

    private record Away(UUID lineId, Absence absence) {}

    private final Rows rows;

    Diary(Rows rows) {
        this.rows = rows;
    }

    /// In the order of the periods.
    List<Written> of(UUID classId, LocalDate from, LocalDate until) {
        var absences = absences(classId, from, until);
        return rows.list(
                """
                select l.id, l.day, l.session, l.period, l.subject, l.plan_period, l.content, l.remark, l.grade,
                       l.teacher_id, p.name, l.written_at
                from diary_line l join person p on p.id = l.teacher_id
                where l.class_id = ? and l.day >= ? and l.day < ?
                order by l.day, l.session desc, l.period""",
                row -> new Written(
                        row.uuid(1),
                        new DiaryLine(
                                LocalDate.parse(row.text(2)),
                                Session.valueOf(row.text(3)),
                                row.number(4),
                                row.text(5),
                                row.numberOrNull(6),
                                row.text(7),
                                absences.getOrDefault(row.uuid(1), List.of()),
                                row.text(8),
                                grade(row.textOrNull(9))),
                        row.uuid(10),
                        row.text(11),
                        row.time(12)),
                classId,
                from,
                until);
    }

    private static @Nullable Grade grade(@Nullable String text) {
        return text == null ? null : Grade.valueOf(text);
    }

    private Map<UUID, List<Absence>> absences(UUID classId, LocalDate from, LocalDate until) {
        return rows
                .list(
                        "select a.line_id, a.learner_id, a.excused from diary_absence a join diary_line l on l.id = a.line_id"
                                + " where l.class_id = ? and l.day >= ? and l.day < ?",
                        row -> new Away(row.uuid(1), new Absence(row.uuid(2), row.is(3))),
                        classId,
                        from,
                        until)
                .stream()
                .collect(Collectors.groupingBy(Away::lineId, Collectors.mapping(Away::absence, Collectors.toList())));
    }

    /// Whose a period is already.
    Optional<UUID> teacherOf(UUID classId, DiaryLine line) {
        return rows.first(
                "select teacher_id from diary_line where class_id = ? and day = ? and session = ? and period = ?",
                row -> row.uuid(1),
                classId,
                line.day(),
                line.session().name(),
                line.period());
    }

    Optional<UUID> teacherOf(UUID classId, UUID lineId) {
        return rows.first(
                "select teacher_id from diary_line where class_id = ? and id = ?", row -> row.uuid(1), classId, lineId);
    }

    /// The period as it is now said; what was written before stays its first writer's.
    void write(UUID schoolId, UUID classId, DiaryLine line, UUID by, Instant now) {
        var id = rows.first(
                        """
                        insert into diary_line (id, school_id, class_id, day, session, period, subject, plan_period,
                                                content, remark, grade, teacher_id, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as integer), ?, ?, cast(? as text), ?, ?)
                        on conflict (class_id, day, session, period) do update set subject = excluded.subject,
                          plan_period = excluded.plan_period, content = excluded.content, remark = excluded.remark,
                          grade = excluded.grade, written_at = excluded.written_at
                        returning id""",
                        row -> row.uuid(1),
                        Ids.next(now),
                        schoolId,
                        classId,
                        line.day(),
                        line.session().name(),
                        line.period(),
                        line.subject(),
                        line.planPeriod(),
                        VietnameseText.tidy(line.content()),
                        VietnameseText.tidy(line.remark()),
                        line.grade() == null ? null : line.grade().name(),
                        by,
                        now)
                .orElseThrow();
        rows.change("delete from diary_absence where line_id = ?", id);
        for (var away : line.absent()) {
            rows.change(
                    "insert into diary_absence (line_id, learner_id, excused) values (?, ?, ?) on conflict do nothing",
                    id,
                    away.learnerId(),
                    away.excused());
        }
    }

    void takeOut(UUID lineId) {
        rows.change("delete from diary_line where id = ?", lineId);
    }

    Optional<Week> week(UUID classId, LocalDate monday) {
        return rows.first(
                "select w.text, p.name, w.written_at from diary_week w join person p on p.id = w.written_by"
                        + " where w.class_id = ? and w.monday = ?",
                row -> new Week(row.text(1), row.text(2), row.time(3)),
                classId,
                monday);
    }

    void sumUp(UUID schoolId, UUID classId, LocalDate monday, String text, UUID by, Instant now) {
        rows.change(
                "insert into diary_week (class_id, monday, school_id, text, written_by, written_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (class_id, monday) do update"
                        + " set text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at",
                classId,
                monday,
                schoolId,
                VietnameseText.tidy(text),
                by,
                now);
    }
}
