package vn.lopmo.assessment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.sql.Rows;

/// Erases a person's sittings with all that he wrote in them. The marks that law keeps stand in lms-core's gradebook,
/// told there when they were released; the history of marks (`mark_change`) is only ever added to and holds ids and
/// numbers. Of a teacher his drafts and his own bank of comments go; items and papers stay the school's.
@ApplicationScoped
public class ErasingFeed implements EventHandler<PersonErased> {
    private final LearnersSittings sittings;
    private final Rows rows;
    private final PersonExports exports;

    ErasingFeed(LearnersSittings sittings, Rows rows, PersonExports exports) {
        this.sittings = sittings;
        this.rows = rows;
        this.exports = exports;
    }

    @Override
    public String type() {
        return "lms.person-erased.v1";
    }

    @Override
    public Class<PersonErased> body() {
        return PersonErased.class;
    }

    @Override
    public void handle(PersonErased event, Origin origin) {
        var person = event.personId();
        rows.change(
                "insert into erased_person (id, erased_at) values (?, ?) on conflict (id) do nothing",
                person,
                origin.happenedAt());
        sittings.forget(person);
        rows.change("delete from learner_need where learner_id = ?", person);
        rows.change("delete from assignment_need where learner_id = ?", person);
        rows.change("delete from record_read where learner_id = ?", person);
        rows.change(
                "update assignment set learners = array_remove(learners, ?) where learners @> array[?]",
                person,
                person);
        rows.change("delete from class_member where person_id = ?", person);
        rows.change("delete from invigilator where person_id = ?", person);
        rows.change("delete from marking_comment where owner_id = ?", person);
        rows.change("delete from paper_import where owner_id = ?", person);
        exports.forget(person);
    }
}
