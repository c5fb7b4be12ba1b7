package vn.lopmo.assessment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;

/// What learners need at every paper.
@ApplicationScoped
public class LearnerNeeds {
    private final EntityManager database;

    LearnerNeeds(EntityManager database) {
        this.database = database;
    }

    /// @param extraPercent how much more time, of the paper's minutes
    public record Standing(int extraPercent, @Nullable String note) {
        static final Standing NONE = new Standing(0, null);
    }

    public Standing of(UUID schoolId, UUID learnerId) {
        List<?> rows = database.createNativeQuery(
                        "select extra_percent, note from learner_need where learner_id = :learner and school_id = :school",
                        Tuple.class)
                .setParameter("learner", learnerId)
                .setParameter("school", schoolId)
                .getResultList();
        return rows.isEmpty() ? Standing.NONE : read((Tuple) rows.getFirst());
    }

    private static Standing read(Tuple row) {
        return new Standing(row.get("extra_percent", Integer.class), row.get("note", String.class));
    }

    public void put(UUID learnerId, Standing needs, Caller by, Instant now) {
        database.createNativeQuery("""
                        insert into learner_need (learner_id, school_id, extra_percent, note, set_by, set_at)
                        values (:learner, :school, :percent, :note, :by, :now)
                        on conflict (learner_id, school_id) do update
                        set extra_percent = excluded.extra_percent, note = excluded.note, set_by = excluded.set_by,
                            set_at = excluded.set_at""")
                .setParameter("learner", learnerId)
                .setParameter("school", by.schoolId())
                .setParameter("percent", needs.extraPercent)
                .setParameter("note", needs.note)
                .setParameter("by", by.id())
                .setParameter("now", now)
                .executeUpdate();
    }
}
