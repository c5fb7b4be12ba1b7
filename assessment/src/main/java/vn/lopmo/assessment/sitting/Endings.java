package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// The sittings that are just being ended, read and written without Hibernate: a whole school hands in at the bell.
/// Used inside a transaction that has no other eyes for the sitting.
@ApplicationScoped
class Endings {
    private static final String LOCK = "select " + Sitting.COLUMNS + " from sitting where id = ? for update";
    private static final String OWNER = "select learner_id from sitting where id = ?";
    private static final String END = """
            update sitting set handed_in_at = ?, handed_in_by = ?, closes_at = ?, paused_at = null, paused_micros = ?,
                revision = revision + 1
            where id = ?""";

    private final Rows rows;

    Endings(Rows rows) {
        this.rows = rows;
    }

    /// @throws Refusal.NotFound for everybody but the learner
    void checkOwner(UUID id, UUID learnerId) {
        if (!rows.first(OWNER, row -> row.uuid(1), id).equals(Optional.of(learnerId))) {
            throw new Refusal.NotFound("sitting-not-found");
        }
    }

    /// As it is now, and nobody else changes it before the transaction ends.
    Sitting lock(UUID id) {
        return rows.first(LOCK, Sitting::read, id).orElseThrow(() -> new Refusal.NotFound("sitting-not-found"));
    }

    /// Keeps that one that was locked is handed in.
    void keep(Sitting ended) {
        rows.change(
                END, ended.handedInAt(), name(ended.handedInBy()), ended.closesAt(), ended.pausedMicros(), ended.id());
    }

    private static @Nullable String name(Sitting.@Nullable By by) {
        return by == null ? null : by.name();
    }
}
