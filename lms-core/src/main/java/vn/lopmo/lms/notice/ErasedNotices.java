package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// What somebody was told, what his guardians were told of him, and where he wanted it sent.
@ApplicationScoped
class ErasedNotices {
    private final Rows rows;

    ErasedNotices(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("delete from notice where person_id = ? or child_id = ?", event.personId(), event.personId());
        rows.change("delete from notice_wish where person_id = ?", event.personId());
        rows.change("delete from calendar_feed where person_id = ?", event.personId());
        rows.change("delete from notice_mail where person_id = ?", event.personId());
    }
}
