package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.sql.Rows;

/// What somebody wants to be told of. Until he says otherwise, everything.
@ApplicationScoped
class Wishes {
    record Wish(NoticeKind kind, boolean shown, boolean mailed) {}

    private final Rows rows;

    Wishes(Rows rows) {
        this.rows = rows;
    }

    /// Of the kinds that the caller is ever told.
    List<Wish> of(Caller caller) {
        var said = rows.list(
                "select kind, shown, mailed from notice_wish where person_id = ?",
                row -> new Wish(NoticeKind.valueOf(row.text(1)), row.is(2), row.is(3)),
                caller.id());
        return NoticeKind.of(caller.roles()).stream()
                .map(kind -> said.stream()
                        .filter(wish -> wish.kind == kind)
                        .findFirst()
                        .orElseGet(() -> new Wish(kind, true, true)))
                .toList();
    }

    void set(Caller caller, Wish wish) {
        rows.change(
                "insert into notice_wish (person_id, school_id, kind, shown, mailed) values (?, ?, ?, ?, ?)"
                        + " on conflict (person_id, kind) do update set shown = excluded.shown, mailed = excluded.mailed",
                caller.id(),
                caller.schoolId(),
                wish.kind.name(),
                wish.shown,
                wish.mailed);
    }
}
