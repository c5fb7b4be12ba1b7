package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import vn.lopmo.lms.organisation.KeptLongEnough;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// How somebody went through his lessons goes with him; what he noted there, some time after he left.
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
        forgetNotes(event.personId());
    }

    void letGo(@Observes KeptLongEnough event) {
        if (event.matter() == KeptLongEnough.Matter.NOTES) {
            forgetNotes(event.personId());
        }
    }

    private void forgetNotes(UUID person) {
        rows.change("delete from reminder where learner_id = ?", person);
        rows.change("delete from lesson_note where learner_id = ?", person);
    }
}
