package vn.lopmo.lms.learning.diary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// When somebody was away. What a teacher wrote stays the class's.
@ApplicationScoped
class ErasedAbsences {
    private final Rows rows;

    ErasedAbsences(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("delete from diary_absence where learner_id = ?", event.personId());
    }
}
