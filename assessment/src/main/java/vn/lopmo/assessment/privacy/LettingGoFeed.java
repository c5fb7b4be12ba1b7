package vn.lopmo.assessment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.sql.Rows;

/// Lets go of the sittings of a pupil who left, with his answers, once the school has kept them long enough. His marks
/// stand in lms-core's mark book.
@ApplicationScoped
public class LettingGoFeed implements EventHandler<KeptLongEnough> {
    private static final String MATTER = "SITTINGS";

    private final LearnersSittings sittings;
    private final Rows rows;

    LettingGoFeed(LearnersSittings sittings, Rows rows) {
        this.sittings = sittings;
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
            sittings.forget(event.personId());
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
