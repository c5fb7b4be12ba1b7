package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;

/// What learners are granted for single assignments.
@ApplicationScoped
public class AssignmentNeeds {
    private final EntityManager database;

    AssignmentNeeds(EntityManager database) {
        this.database = database;
    }

    public void put(Assignment assignment, UUID learnerId, Needs needs, @Nullable String note, Caller by, Instant now) {
        database.createNativeQuery("""
                        insert into assignment_need (assignment_id, learner_id, extra_minutes, opens_at, closes_at, attempts,
                            note, set_by, set_at)
                        values (:assignment, :learner, :extra, cast(:opens as timestamptz), cast(:closes as timestamptz),
                            cast(:attempts as integer), :note, :by, :now)
                        on conflict (assignment_id, learner_id) do update
                        set extra_minutes = excluded.extra_minutes, opens_at = excluded.opens_at,
                            closes_at = excluded.closes_at, attempts = excluded.attempts, note = excluded.note,
                            set_by = excluded.set_by, set_at = excluded.set_at""")
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learnerId)
                .setParameter("extra", needs.extraMinutes())
                .setParameter("opens", text(needs.opensAt()))
                .setParameter("closes", text(needs.closesAt()))
                .setParameter("attempts", needs.attempts())
                .setParameter("note", note)
                .setParameter("by", by.id())
                .setParameter("now", now)
                .executeUpdate();
    }

    public void remove(Assignment assignment, UUID learnerId) {
        database.createNativeQuery(
                        "delete from assignment_need where assignment_id = :assignment and learner_id = :learner")
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learnerId)
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
