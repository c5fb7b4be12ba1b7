package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/// How often practising learners had their answers checked.
@ApplicationScoped
class PracticeChecks {
    private final EntityManager database;

    PracticeChecks(EntityManager database) {
        this.database = database;
    }

    int of(UUID sittingId, UUID slot) {
        var tries = (Integer) database.createNativeQuery(
                        "select tries from practice_check where sitting_id = :sitting and slot = :slot", Object.class)
                .setParameter("sitting", sittingId)
                .setParameter("slot", slot)
                .getSingleResultOrNull();
        return tries == null ? 0 : tries;
    }

    /// @return which try it is, from 1
    int add(UUID sittingId, UUID slot) {
        database.createNativeQuery("""
                        insert into practice_check (sitting_id, slot, tries) values (:sitting, :slot, 1)
                        on conflict (sitting_id, slot) do update set tries = practice_check.tries + 1""")
                .setParameter("sitting", sittingId)
                .setParameter("slot", slot)
                .executeUpdate();
        return of(sittingId, slot);
    }
}
