package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of a mark since the paper was handed in. Rows are only ever added.
@ApplicationScoped
class MarkHistory {
    /// A mark that was never changed came from the key.
    private static final String ENTRIES = """
            select changed_at, changed_by, from_mark, to_mark, cause, reason from
                (select n, changed_at, changed_by, from_mark, to_mark, cause, reason from mark_change
                    where sitting_id = :sitting and slot = :slot
                union all
                select 0, marked_at, null, null, mark, 'KEY', null from current_mark
                    where sitting_id = :sitting and slot = :slot
                        and not exists (select 1 from mark_change where sitting_id = :sitting and slot = :slot)) e
            order by n""";

    private final EntityManager database;

    MarkHistory(EntityManager database) {
        this.database = database;
    }

    /// @param by null if the key gave it
    record Entry(
            Instant at,
            @Nullable UUID by,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            Cause cause,
            @Nullable String reason) {}

    /// Oldest first.
    List<Entry> of(UUID sittingId, UUID slot) {
        List<?> rows = database.createNativeQuery(ENTRIES, Tuple.class)
                .setParameter("sitting", sittingId)
                .setParameter("slot", slot)
                .getResultList();
        return rows.stream().map(row -> entry((Tuple) row)).toList();
    }

    /// The slots whose mark was ever changed.
    Set<UUID> slots(UUID sittingId) {
        List<?> rows = database.createNativeQuery(
                        "select distinct slot from mark_change where sitting_id = :id", Object.class)
                .setParameter("id", sittingId)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /// What is not the mark itself: a second marker's opinion.
    void add(UUID sittingId, UUID slot, Entry entry) {
        database.createNativeQuery("""
                        insert into mark_change
                            (sitting_id, slot, changed_at, changed_by, from_mark, to_mark, cause, reason)
                        values (:sitting, :slot, :at, cast(:by as uuid), cast(:from as numeric),
                            cast(:to as numeric), :cause, cast(:reason as text))""")
                .setParameter("sitting", sittingId)
                .setParameter("slot", slot)
                .setParameter("at", entry.at)
                .setParameter("by", entry.by)
                .setParameter("from", entry.from)
                .setParameter("to", entry.to)
                .setParameter("cause", entry.cause.name())
                .setParameter("reason", entry.reason)
                .executeUpdate();
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                row.get("changed_at", Instant.class),
                row.get("changed_by", UUID.class),
                row.get("from_mark", BigDecimal.class),
                row.get("to_mark", BigDecimal.class),
                Cause.valueOf(row.get("cause", String.class)),
                row.get("reason", String.class));
    }
}
