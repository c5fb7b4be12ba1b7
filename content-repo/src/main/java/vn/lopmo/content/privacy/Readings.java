package vn.lopmo.content.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.platform.sql.Rows;

/// All that a person read, noted, liked and played.
@ApplicationScoped
class Readings {
    private final Rows rows;

    Readings(Rows rows) {
        this.rows = rows;
    }

    void forget(UUID person) {
        rows.change("delete from reading_note where person_id = ?", person);
        rows.change("delete from reading_position where person_id = ?", person);
        rows.change("delete from favourite where person_id = ?", person);
        rows.change("delete from package_attempt where learner_id = ?", person);
    }
}
