package vn.lopmo.lms.learning.talk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.lms.organisation.KeptLongEnough;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.sql.Rows;

/// What an erased person said goes, and what a pupil said who left some time ago; where others answered him, an empty
// place without a name stays, so that their
/// words keep their sense.
@ApplicationScoped
class ErasedTalk {
    private final Rows rows;

    ErasedTalk(Rows rows) {
        this.rows = rows;
    }

    void erase(@Observes PersonErased event) {
        forget(event.personId(), event.at());
    }

    void letGo(@Observes KeptLongEnough event) {
        if (event.matter() == KeptLongEnough.Matter.TALK) {
            forget(event.personId(), event.at());
        }
    }

    private void forget(UUID person, Instant at) {
        rows.change(
                "delete from talk_post p where p.person_id = ? and not exists"
                        + " (select 1 from talk_post a where a.parent_id = p.id and a.person_id is distinct from ?)",
                person,
                person);
        rows.change(
                "update talk_post set person_id = null, html = '', deleted_at = ?, hidden_reason = null"
                        + " where person_id = ?",
                at,
                person);
        rows.change("delete from lesson_question where learner_id = ?", person);
        rows.change("update question_line set person_id = null, text = '' where person_id = ?", person);
    }
}
