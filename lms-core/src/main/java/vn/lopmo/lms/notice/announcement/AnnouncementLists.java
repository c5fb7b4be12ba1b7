package vn.lopmo.lms.notice.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;
import vn.lopmo.platform.time.ClockSource;

/// Announcements as people see them: those for a reader, those of a class, those that somebody sent with how many have
/// read them. Each list is one statement.
@ApplicationScoped
class AnnouncementLists {
    static final int PAGE = 30;
    private static final int LETTERS_SHOWN = 240;

    private static final String HEAD = """
            select a.id, a.title, left(a.text, %d), length(a.text) > %d, coalesce(p.name, ''),
                   coalesce((select array_agg(k.name order by k.grade, length(k.name), k.name) from school_class k
                             where k.id = any (a.class_ids)), '{}'), a.roles,
                   a.made_at, a.edited_at, a.ends_on, a.withdrawn_at,
            """.formatted(LETTERS_SHOWN, LETTERS_SHOWN);

    /// Whether an announcement `a` is for somebody: a learner of one of its classes, a guardian of one, or whoever has
    /// one of its roles where it is the school's.
    private static final String TOLD = """
            (case when cardinality(a.class_ids) = 0 then a.roles && cast(? as text[]) else
              'STUDENT' = any (a.roles) and a.class_ids && array(select m.class_id from membership m
                where m.person_id = ? and m.role = 'STUDENT' and m.ended_at is null)
              or 'GUARDIAN' = any (a.roles) and a.class_ids && array(select m.class_id from guardianship g
                join membership m on m.person_id = g.child_id where g.guardian_id = ? and m.role = 'STUDENT'
                and m.ended_at is null) end)""";

    private static final String UNREAD = """
             exists (select 1 from notice n where n.kind = 'ANNOUNCEMENT' and n.source_id = a.id and n.person_id = ?
                     and n.read_at is null and not n.hidden)""";

    /// @param text    how it begins
    /// @param more    whether there is more of it
    /// @param classes none: the whole school
    record Line(
            UUID id,
            String title,
            String text,
            boolean more,
            String by,
            List<String> classes,
            List<Role> roles,
            Instant madeAt,
            @Nullable Instant editedAt,
            @Nullable LocalDate endsOn,
            @Nullable Instant withdrawnAt) {
        static Line of(Row row) throws SQLException {
            var endsOn = row.textOrNull(10);
            return new Line(
                    row.uuid(1),
                    row.text(2),
                    row.text(3),
                    row.is(4),
                    row.text(5),
                    row.texts(6),
                    row.texts(7).stream().map(Role::valueOf).toList(),
                    row.time(8),
                    row.timeOrNull(9),
                    endsOn == null ? null : LocalDate.parse(endsOn),
                    row.timeOrNull(11));
        }
    }

    record ForReader(Line announcement, boolean unread) {}

    /// @param told how many were told, @param read how many of them have read it
    record Sent(Line announcement, boolean mine, int told, int read) {}

    private final Rows rows;

    AnnouncementLists(Rows rows) {
        this.rows = rows;
    }

    /// Those for somebody that are not over, the newest first, one more than a page if there are more.
    List<ForReader> of(Caller caller, @Nullable UUID before, Instant now) {
        return rows.list(
                HEAD + UNREAD + " from announcement a left join person p on p.id = a.owner_id where a.school_id = ?"
                        + " and a.withdrawn_at is null and (a.ends_on is null or a.ends_on >= ?) and " + TOLD
                        + " and (cast(? as uuid) is null or a.id < cast(? as uuid)) order by a.id desc limit "
                        + (PAGE + 1),
                row -> new ForReader(Line.of(row), row.is(12)),
                caller.id(),
                caller.schoolId(),
                today(now),
                names(caller.roles()),
                caller.id(),
                caller.id(),
                before,
                before);
    }

    /// Those to a class that are not over.
    List<Line> ofClass(UUID classId, UUID schoolId, int most, Instant now) {
        return rows.list(
                HEAD + " 1 from announcement a left join person p on p.id = a.owner_id where a.school_id = ?"
                        + " and ? = any (a.class_ids) and a.withdrawn_at is null"
                        + " and (a.ends_on is null or a.ends_on >= ?) order by a.id desc limit " + most,
                Line::of,
                schoolId,
                classId,
                today(now));
    }

    /// What somebody sent, or all of the school; withdrawn ones too.
    List<Sent> sent(Caller caller, boolean all, @Nullable UUID before) {
        return rows.list(
                HEAD
                        + " coalesce(a.owner_id = ?, false), c.told, c.seen from announcement a"
                        + " left join person p on p.id = a.owner_id cross join lateral (select count(*) as told,"
                        + " count(*) filter (where n.read_at is not null) as seen from notice n"
                        + " where n.kind = 'ANNOUNCEMENT' and n.source_id = a.id) c"
                        + " where a.school_id = ? and (? or a.owner_id = ?)"
                        + " and (cast(? as uuid) is null or a.id < cast(? as uuid)) order by a.id desc limit "
                        + (PAGE + 1),
                row -> new Sent(Line.of(row), row.is(12), row.number(13), row.number(14)),
                caller.id(),
                caller.schoolId(),
                all,
                caller.id(),
                before,
                before);
    }

    /// Whether it is for somebody; what is over may still be read.
    boolean isFor(Caller caller, UUID id) {
        return rows.first(
                        "select 1 from announcement a where a.id = ? and " + TOLD,
                        row -> 1,
                        id,
                        names(caller.roles()),
                        caller.id(),
                        caller.id())
                .isPresent();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ClockSource.VIETNAM);
    }
}
