package vn.lopmo.lms.learning.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// When somebody came to which meeting.
@ApplicationScoped
class ErasedVisits {
    private final Rows rows;

    ErasedVisits(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("delete from live_visit where learner_id = ?", event.personId());
        rows.change("delete from live_presence where learner_id = ?", event.personId());
    }
}
