package vn.lopmo.content.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.sql.Rows;

/// Lets go of what a pupil who left read, noted and played, once the school has kept it long enough.
@ApplicationScoped
public class LettingGoFeed implements EventHandler<KeptLongEnough> {
    private static final String MATTER = "READING";

    private final Readings readings;
    private final Rows rows;

    LettingGoFeed(Readings readings, Rows rows) {
        this.readings = readings;
        this.rows = rows;
    }

    @Override
    public String type() {
        return "lms.person-kept-long-enough.v1";
    }

    @Override
    public Class<KeptLongEnough> body() {
        return KeptLongEnough.class;
    }

    @Override
    public void handle(KeptLongEnough event, Origin origin) {
        if (event.matter().equals(MATTER) && !isBack(event)) {
            readings.forget(event.personId());
        }
    }

    /// Whoever came back before this was heard loses nothing.
    private boolean isBack(KeptLongEnough event) {
        return rows.first(
                        "select 1 from class_member where person_id = ? and school_id = ? and active limit 1",
                        row -> row.number(1),
                        event.personId(),
                        event.schoolId())
                .isPresent();
    }
}
