package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// Evidence and attainment go with the learner. Who looked into his record stays known, by ids.
@ApplicationScoped
class ErasedRecord {
    private final Rows rows;

    ErasedRecord(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("delete from evidence where learner_id = ?", event.personId());
        rows.change("delete from attainment where learner_id = ?", event.personId());
    }
}
