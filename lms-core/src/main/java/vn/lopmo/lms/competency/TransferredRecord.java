package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PupilTaken;
import vn.lopmo.platform.sql.Rows;

/// What a pupil can do goes with him to his new school: the evidence by its title and share, and what he has reached.
@ApplicationScoped
class TransferredRecord {
    private final Rows rows;

    TransferredRecord(Rows rows) {
        this.rows = rows;
    }

    void taken(@Observes PupilTaken event) {
        rows.change(
                "insert into evidence (id, school_id, learner_id, indicator, kind, source_id, part_of, title, share, at)"
                        + " select uuidv7(), ?, ?, indicator, kind, source_id, part_of, title, share, at from evidence"
                        + " where learner_id = ? and school_id = ? on conflict do nothing",
                event.school(),
                event.pupil(),
                event.before(),
                event.fromSchool());
        rows.change(
                "insert into attainment (learner_id, competence, level_code, indicator, school_id, attained_at)"
                        + " select ?, competence, level_code, indicator, ?, attained_at from attainment"
                        + " where learner_id = ? and school_id = ? on conflict do nothing",
                event.pupil(),
                event.school(),
                event.before(),
                event.fromSchool());
    }
}
