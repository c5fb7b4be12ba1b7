package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// How somebody went through his lessons goes with him.
@ApplicationScoped
class ErasedLearner {
    private final Rows rows;

    ErasedLearner(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        rows.change("delete from lesson_progress where learner_id = ?", event.personId());
        rows.change("delete from lesson_completion where learner_id = ?", event.personId());
        rows.change("delete from package_result where learner_id = ?", event.personId());
        rows.change("delete from opening where learner_id = ?", event.personId());
        rows.change("delete from reminder where learner_id = ?", event.personId());
        rows.change("delete from lesson_note where learner_id = ?", event.personId());
    }
}
