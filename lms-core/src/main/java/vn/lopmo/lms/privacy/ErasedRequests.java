package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.sql.Rows;

/// Of an erased person's requests it stays known that there were some and when; what they said goes.
@ApplicationScoped
class ErasedRequests {
    private final Rows rows;
    private final Consents consents;
    private final Stops stops;
    private final PersonExports exports;

    ErasedRequests(Rows rows, Consents consents, Stops stops, PersonExports exports) {
        this.rows = rows;
        this.consents = consents;
        this.stops = stops;
        this.exports = exports;
    }

    void erase(@Observes PersonErased event) {
        rows.change(
                "update privacy_request set text = '', answer = null, export_id = null"
                        + " where subject_id = ? or asked_by = ?",
                event.personId(),
                event.personId());
        consents.erase(event.personId(), event.at());
        stops.erase(event.personId());
        rows.change("delete from let_go where person_id = ?", event.personId());
        exports.forget(event.personId());
    }
}
