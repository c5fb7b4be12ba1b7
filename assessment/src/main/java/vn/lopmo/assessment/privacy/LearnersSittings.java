package vn.lopmo.assessment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.platform.sql.Rows;

/// All that a learner wrote in sittings. The history of marks (`mark_change`) is only ever added to and holds ids and
/// numbers: it stays.
@ApplicationScoped
class LearnersSittings {
    private final Rows rows;

    LearnersSittings(Rows rows) {
        this.rows = rows;
    }

    void forget(UUID person) {
        rows.change("delete from review_request where learner_id = ?", person);
        rows.change("delete from room_entry where learner_id = ? or " + SittingsHeld.THEIRS, person, person);
        SittingsHeld.TABLES.forEach(
                table -> rows.change("delete from " + table + " where " + SittingsHeld.THEIRS, person));
        rows.change("delete from sitting where learner_id = ?", person);
    }
}
