package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.UnreadNotices;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// Everybody's notices: one insert tells a whole class, one small count stands in the answer that every page begins
/// with.
@ApplicationScoped
public class Notices implements UnreadNotices {
    static final int PAGE = 30;
    /// More is not counted: the bell shows 99+.
    private static final int MOST_COUNTED = 100;

    private static final String TELL = """
            insert into notice (id, school_id, person_id, child_id, kind, source_id, target_id, title, place, detail,
                                due_at, hidden, at)
            select uuidv7(), p.school_id, p.id, told.child_id, ?, ?, ?, ?, ?, cast(? as text), cast(? as timestamptz),
                   coalesce(not w.shown, false), ?
            from (%s) told join person p on p.id = told.person_id and p.school_id = ? and p.left_on is null
            left join notice_wish w on w.person_id = p.id and w.kind = ?
            where coalesce(w.shown or w.mailed, true) and p.erased_at is null
            on conflict (person_id, kind, source_id, child_id) do update set
              title = excluded.title, place = excluded.place, detail = excluded.detail, due_at = excluded.due_at,
              target_id = excluded.target_id%s""";

    private static final String ANEW =
            ", at = excluded.at, hidden = excluded.hidden, read_at = null, mailed_at = null, times = ";

    private final Rows rows;

    Notices(Rows rows) {
        this.rows = rows;
    }

    /// In the transaction of what is told.
    ///
    /// @return how many were told
    public int tell(News news, Audience audience) {
        if (audience.ids().length == 0) {
            return 0;
        }
        return rows.change(
                TELL.formatted(audience.people(), again(news.again())),
                news.kind().name(),
                news.sourceId(),
                news.targetId(),
                news.title(),
                news.place(),
                news.detail(),
                news.dueAt(),
                news.at(),
                audience.ids(),
                news.schoolId(),
                news.kind().name());
    }

    private static String again(News.Again again) {
        return switch (again) {
            case MENDED -> "";
            case ANEW -> ANEW + "1";
            case COUNTED -> ANEW + "case when notice.read_at is null then notice.times + 1 else 1 end";
        };
    }

    /// What was told of something that is not to be any more.
    public void takeBack(NoticeKind kind, UUID sourceId) {
        rows.change("delete from notice where kind = ? and source_id = ?", kind.name(), sourceId);
    }

    /// From one person only.
    public void takeBack(NoticeKind kind, UUID sourceId, UUID personId) {
        rows.change(
                "delete from notice where person_id = ? and kind = ? and source_id = ?",
                personId,
                kind.name(),
                sourceId);
    }

    /// Whoever has read what it is about has read the notice; not told of it, he has nothing to mark.
    public void markRead(UUID personId, NoticeKind kind, UUID sourceId, Instant now) {
        rows.change(
                "update notice set read_at = ? where person_id = ? and kind = ? and source_id = ? and read_at is null",
                now,
                personId,
                kind.name(),
                sourceId);
    }

    @Override
    public int unread(UUID personId) {
        return rows.first(
                        "select count(*) from (select 1 from notice where person_id = ? and read_at is null"
                                + " and not hidden limit " + MOST_COUNTED + ") few",
                        row -> row.number(1),
                        personId)
                .orElse(0);
    }

    record Line(
            UUID id,
            NoticeKind kind,
            UUID targetId,
            String title,
            String place,
            @Nullable String detail,
            @Nullable Instant dueAt,
            int times,
            Instant at,
            boolean read,
            @Nullable UUID childId,
            @Nullable String childName) {
        static Line of(Row row) throws SQLException {
            return new Line(
                    row.uuid(1),
                    NoticeKind.valueOf(row.text(2)),
                    row.uuid(3),
                    row.text(4),
                    row.text(5),
                    row.textOrNull(6),
                    row.timeOrNull(7),
                    row.number(8),
                    row.time(9),
                    row.is(10),
                    row.uuidOrNull(11),
                    row.textOrNull(12));
        }
    }

    /// The newest first, one more than a page if there are more.
    ///
    /// @param before the last line of the page that was read
    List<Line> of(UUID personId, @Nullable UUID before) {
        return rows.list("""
                select n.id, n.kind, n.target_id, n.title, n.place, n.detail, n.due_at, n.times, n.at,
                       n.read_at is not null, n.child_id, c.name
                from notice n left join person c on c.id = n.child_id
                where n.person_id = ? and not n.hidden and (cast(? as uuid) is null or (n.at, n.id) <
                      (select b.at, b.id from notice b where b.id = cast(? as uuid) and b.person_id = n.person_id))
                order by n.at desc, n.id desc limit %d""".formatted(PAGE + 1), Line::of, personId, before, before);
    }

    /// @param readAt null: unread again
    void mark(UUID personId, UUID id, @Nullable Instant readAt) {
        int found = rows.change(
                "update notice set read_at = cast(? as timestamptz) where id = ? and person_id = ?",
                readAt,
                id,
                personId);
        if (found == 0) {
            throw new Refusal.NotFound("notice-not-found");
        }
    }

    /// All that came up to a moment; what comes while the list is looked at stays unread.
    void markAll(UUID personId, Instant until, Instant now) {
        rows.change(
                "update notice set read_at = ? where person_id = ? and read_at is null and at <= ?",
                now,
                personId,
                until);
    }
}
