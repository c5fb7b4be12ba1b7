package vn.lopmo.lms.notice.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// What the school said stays said; who wrote it for the school is not told any more.
@ApplicationScoped
class ErasedAnnouncements {
    private final Rows rows;

    ErasedAnnouncements(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("update announcement set owner_id = null where owner_id = ?", event.personId());
    }
}
