package vn.lopmo.lms.notice.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lopmo.lms.course.AssignedPapers;
import vn.lopmo.lms.learning.task.TaskDays;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The dates of some classes between two moments, in two statements. Which opening of a lesson decides is as
/// `learning.rule.Opening` says: the learner's own before his class's before everybody's, the lesson's before its
/// section's. Which day of a task, [TaskDays] knows.
@ApplicationScoped
class Dates {
    /// Who teaches a class sees all that it was given, who learns there what he has to do.
    private static final String SQL = """
            select 'PAPER', p.id, p.id, p.title, p.subject, c.name, p.opens_at, p.closes_at
            from assigned_paper p join assigned_paper_class k on k.assignment_id = p.id
            join school_class c on c.id = k.class_id
            where k.class_id = any (?) and coalesce(p.closes_at, p.opens_at) >= ? and coalesce(p.opens_at, p.closes_at) < ?
              and (%s or exists (select 1 from membership m where m.class_id = k.class_id and m.person_id = ?
                and m.role = 'TEACHER' and m.ended_at is null))
            union all
            select 'MEETING', l.id, l.id, l.title, l.subject, c.name, l.starts_at, l.ends_at
            from live_lesson l join school_class c on c.id = l.class_id
            where l.class_id = any (?) and l.cancelled_at is null and l.ends_at >= ? and l.starts_at < ?
            union all
            select * from (
              select distinct on (k.class_id, l.id) 'LESSON', l.id, l.id, v.title, co.title, c.name,
                     cast(null as timestamptz), o.until
              from course_class k join school_class c on c.id = k.class_id join course co on co.id = k.course_id
              join lesson l on l.course_id = co.id
              join lesson_version v on v.lesson_id = l.id and v.version = l.published_version
              join opening o on o.course_id = co.id and (o.lesson_id = l.id or o.section_id = l.section_id)
              where k.class_id = any (?) and (o.learner_id is null or o.learner_id = ?)
                and (o.learner_id is not null or o.class_id is null or o.class_id = k.class_id)
              order by k.class_id, l.id, o.learner_id is null, o.class_id is null, o.section_id is not null
            ) lesson (kind, id, target, title, place, class_name, starts_at, until)
            where until >= ? and until < ?""".formatted(AssignedPapers.HAS_IT);

    private final Rows rows;
    private final TaskDays days;

    Dates(Rows rows, TaskDays days) {
        this.rows = rows;
        this.days = days;
    }

    /// The earliest first.
    ///
    /// @param personId whose own days count before those of his class
    List<Entry> of(Collection<UUID> classIds, UUID personId, Instant from, Instant until) {
        var classes = classIds.toArray(UUID[]::new);
        if (classes.length == 0) {
            return List.of();
        }
        var read = rows.list(
                SQL,
                Dates::entry,
                classes,
                from,
                until,
                personId,
                personId,
                personId,
                classes,
                from,
                until,
                classes,
                personId,
                from,
                until);
        var tasks = days.of(personId, classIds, from, until).stream().map(Entry::task);
        return Stream.concat(read.stream(), tasks)
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(until))
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::title))
                .toList();
    }

    private static Entry entry(Row row) throws SQLException {
        return switch (row.text(1)) {
            case "PAPER" ->
                Entry.paper(row.uuid(2), row.text(4), row.text(5), row.text(6), row.timeOrNull(7), row.timeOrNull(8));
            case "LESSON" -> dated(Entry.Kind.LESSON, row);
            default -> dated(Entry.Kind.MEETING, row);
        };
    }

    private static Entry dated(Entry.Kind kind, Row row) throws SQLException {
        return new Entry(
                kind,
                row.uuid(2),
                row.uuid(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.timeOrNull(7),
                row.timeOrNull(8));
    }
}
