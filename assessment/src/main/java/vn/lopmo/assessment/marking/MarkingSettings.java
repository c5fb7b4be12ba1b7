package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// How assignments are marked, where it is not the default. Used inside the caller's transaction.
@ApplicationScoped
class MarkingSettings {
    private final EntityManager database;

    MarkingSettings(EntityManager database) {
        this.database = database;
    }

    MarkingSetting of(UUID assignmentId) {
        List<?> rows = database.createNativeQuery(
                        "select tolerance, second_markers, review_days from marking_setting where assignment_id = :id",
                        Tuple.class)
                .setParameter("id", assignmentId)
                .getResultList();
        return rows.isEmpty() ? MarkingSetting.DEFAULT : setting((Tuple) rows.getFirst());
    }

    void put(UUID assignmentId, MarkingSetting setting) {
        database.createNativeQuery("""
                        insert into marking_setting (assignment_id, tolerance, second_markers, review_days)
                        values (:id, :tolerance, :markers, :days)
                        on conflict (assignment_id) do update set tolerance = excluded.tolerance,
                            second_markers = excluded.second_markers, review_days = excluded.review_days""")
                .setParameter("id", assignmentId)
                .setParameter("tolerance", setting.tolerance())
                .setParameter("markers", setting.secondMarkers().toArray(UUID[]::new))
                .setParameter("days", setting.reviewDays())
                .executeUpdate();
    }

    private static MarkingSetting setting(Tuple row) {
        return new MarkingSetting(
                row.get("tolerance", BigDecimal.class),
                Set.of(row.get("second_markers", UUID[].class)),
                row.get("review_days", Integer.class));
    }
}
