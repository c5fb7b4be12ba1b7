package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// That a paper was given to somebody alone goes with him.
@ApplicationScoped
class ErasedTaker {
    private final Rows rows;

    ErasedTaker(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("delete from assigned_paper_learner where learner_id = ?", event.personId());
    }
}
