package vn.lopmo.lms.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Counts, from the tables of this service and its copies of what the others told.
@ApplicationScoped
class Sums {
    private static final String PEOPLE =
            "(select count(*) from person p where p.school_id = s.id and p.left_on is null and p.erased_at is null and %s)";
    private static final String COUNTED =
            "(select coalesce(sum(u.times), 0) from use_count u where u.school_id = s.id and u.what = '%s'"
                    + " and u.day >= t.first and u.day < t.after)";
    private static final String BUILDING =
            "select distinct v.published_by as id from lesson_version v join lesson l on l.id = v.lesson_id"
                    + " where l.school_id = s.id and v.published_at >= t.since and v.published_at < t.until";
    private static final String USING = BUILDING
            + " union select l.teacher_id from live_lesson l where l.school_id = s.id and l.starts_at >= t.since"
            + " and l.starts_at < t.until"
            + " union select d.teacher_id from diary_line d where d.school_id = s.id and d.day >= t.first"
            + " and d.day < t.after"
            + " union select m.changed_by from mark_change m where m.school_id = s.id and m.changed_at >= t.since"
            + " and m.changed_at < t.until";
    private static final String TEACHERS =
            "(select count(*) from (%s) who join person p on p.id = who.id and 'TEACHER' = any (p.roles))";

    /// Teachers of a list that is being applied, or was given up and not brought again: entered, and without an
    /// account.
    private static final String ENTERED =
            "(select count(*) from roster_row w join roster_import i on i.id = w.import_id where i.school_id = s.id"
                    + " and i.state in ('APPLYING', 'FAILED') and w.verdict = 'NEW' and w.applied_at is null"
                    + " and 'TEACHER' = any (w.roles) and not exists (select 1 from roster_import o"
                    + " where o.school_id = s.id and o.kind = i.kind and o.created_at > i.created_at"
                    + " and o.state in ('APPLYING', 'DONE')))";

    private static final String SQL = String.join(
            ", ",
            "with t as (select cast(? as date) as first, cast(? as date) as after, cast(? as timestamptz) as since,"
                    + " cast(? as timestamptz) as until) select " + PEOPLE.formatted("'STUDENT' = any (p.roles)"),
            PEOPLE.formatted("'TEACHER' = any (p.roles)"),
            PEOPLE.formatted("p.roles && '{LIBRARIAN,HEAD,ADMIN}'::varchar[] and not 'TEACHER' = any (p.roles)"),
            PEOPLE.formatted("'GUARDIAN' = any (p.roles)"),
            "(select count(distinct g.child_id) from guardianship g join person p on p.id = g.child_id"
                    + " where g.school_id = s.id and p.left_on is null and p.erased_at is null)",
            "(select count(*) from lesson_version v join lesson l on l.id = v.lesson_id where l.school_id = s.id"
                    + " and v.version = 1 and v.published_at >= t.since and v.published_at < t.until)",
            "(select count(*) from lesson_completion c where c.school_id = s.id and c.completed_at >= t.since"
                    + " and c.completed_at < t.until)",
            "(select count(*) from assigned_paper a where a.school_id = s.id and not a.practice"
                    + " and a.opens_at >= t.since and a.opens_at < t.until)",
            "(select count(*) from assigned_paper a where a.school_id = s.id and a.practice"
                    + " and coalesce(a.opens_at, a.closes_at, t.since) >= t.since"
                    + " and coalesce(a.opens_at, a.closes_at, t.since) < t.until)",
            "(select count(*) from released_mark r where r.school_id = s.id and r.kind = 'ASSIGNMENT'"
                    + " and r.released_at >= t.since and r.released_at < t.until)",
            "(select count(*) from assigned_paper a where a.school_id = s.id and a.at_school and not a.practice"
                    + " and a.opens_at >= t.since and a.opens_at < t.until"
                    + " and exists (select 1 from released_mark r where r.assignment_id = a.id))",
            "(select count(*) from released_mark r join assigned_paper a on a.id = r.assignment_id and a.at_school"
                    + " and not a.practice where r.school_id = s.id and r.kind = 'ASSIGNMENT'"
                    + " and r.released_at >= t.since and r.released_at < t.until)",
            COUNTED.formatted(UseCounts.What.TASK_GIVEN),
            COUNTED.formatted(UseCounts.What.HANDED_IN),
            COUNTED.formatted(UseCounts.What.QUESTION),
            COUNTED.formatted(UseCounts.What.ANSWER),
            "(select count(*) from live_lesson l where l.school_id = s.id and l.cancelled_at is null"
                    + " and l.starts_at >= t.since and l.starts_at < t.until)",
            "(select count(*) from known_material k where k.school_id = s.id and not k.withdrawn)",
            COUNTED.formatted(UseCounts.What.MATERIAL),
            TEACHERS.formatted(USING),
            TEACHERS.formatted(BUILDING),
            "(select count(*) from mark_export e where e.school_id = s.id and e.exported_at >= t.since"
                    + " and e.exported_at < t.until)",
            PEOPLE.formatted("'TEACHER' = any (p.roles)") + " + " + ENTERED + " from school s, t where s.id = ?");

    /// @param monday the first day of the week
    record Week(
            LocalDate monday,
            long lessonsPublished,
            long lessonsFinished,
            long testsTaken,
            long handedIn,
            long materialsNew) {}

    private static final String WEEK = """
            select w.day,
              (select count(*) from lesson_version v join lesson l on l.id = v.lesson_id where l.school_id = any (?)
                and v.version = 1 and v.published_at >= w.since and v.published_at < w.until),
              (select count(*) from lesson_completion c where c.school_id = any (?) and c.completed_at >= w.since
                and c.completed_at < w.until),
              (select count(*) from released_mark r where r.school_id = any (?) and r.kind = 'ASSIGNMENT'
                and r.released_at >= w.since and r.released_at < w.until),
              (select coalesce(sum(u.times), 0) from use_count u where u.school_id = any (?) and u.what = 'HANDED_IN'
                and u.day >= w.day and u.day < w.day + 7),
              (select coalesce(sum(u.times), 0) from use_count u where u.school_id = any (?) and u.what = 'MATERIAL'
                and u.day >= w.day and u.day < w.day + 7)
            from (select d::date as day, d at time zone 'Asia/Ho_Chi_Minh' as since,
                         (d + interval '7 days') at time zone 'Asia/Ho_Chi_Minh' as until
                  from generate_series(date_trunc('week', cast(? as date)::timestamp), cast(? as date)::timestamp,
                                       interval '7 days') d) w
            order by w.day desc""";

    private final Rows rows;

    Sums(Rows rows) {
        this.rows = rows;
    }

    /// @param last the last day that counts
    Sum of(UUID schoolId, LocalDate first, LocalDate last) {
        var after = last.plusDays(1);
        return rows.first(
                        SQL,
                        row -> {
                            var read = new ArrayList<Long>();
                            for (int column = 1; column <= Sum.class.getRecordComponents().length; column++) {
                                read.add(row.big(column));
                            }
                            return sum(read);
                        },
                        first,
                        after,
                        start(first),
                        start(after),
                        schoolId)
                .orElseThrow();
    }

    private static Sum sum(List<Long> n) {
        return new Sum(
                n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6), n.get(7), n.get(8), n.get(9),
                n.get(10), n.get(11), n.get(12), n.get(13), n.get(14), n.get(15), n.get(16), n.get(17), n.get(18),
                n.get(19), n.get(20), n.get(21), n.get(22));
    }

    /// The newest week first, all schools together.
    List<Week> byWeek(List<UUID> schools, LocalDate first, LocalDate last) {
        var ids = schools.toArray(UUID[]::new);
        return rows.list(
                WEEK,
                row -> new Week(
                        LocalDate.parse(row.text(1)), row.big(2), row.big(3), row.big(4), row.big(5), row.big(6)),
                ids,
                ids,
                ids,
                ids,
                ids,
                first,
                last);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ClockSource.VIETNAM).toInstant();
    }
}
