package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The marks of all sittings, one a slot. Used inside the caller's transaction.
@ApplicationScoped
class SlotMarks {
    private final EntityManager database;

    SlotMarks(EntityManager database) {
        this.database = database;
    }

    void put(UUID sittingId, SlotMark mark, Instant now) {
        database.createNativeQuery("""
                        insert into slot_mark (sitting_id, slot, mark, max_mark, marked_by, comment, marked_at)
                        values (:sitting, :slot, cast(:mark as numeric), :max, cast(:by as uuid), :comment, :now)
                        on conflict (sitting_id, slot) do update
                        set mark = excluded.mark, max_mark = excluded.max_mark, marked_by = excluded.marked_by,
                            comment = excluded.comment, marked_at = excluded.marked_at""")
                .setParameter("sitting", sittingId)
                .setParameter("slot", mark.slot())
                .setParameter("mark", mark.mark())
                .setParameter("max", mark.maxMark())
                .setParameter("by", mark.markedBy())
                .setParameter("comment", mark.comment())
                .setParameter("now", now)
                .executeUpdate();
    }

    Map<UUID, SlotMark> of(UUID sittingId) {
        return ofAll(List.of(sittingId)).getOrDefault(sittingId, Map.of());
    }

    /// By sitting, then by slot. A sitting that is not marked yet has no entry.
    Map<UUID, Map<UUID, SlotMark>> ofAll(Collection<UUID> sittings) {
        var marks = new HashMap<UUID, Map<UUID, SlotMark>>();
        if (sittings.isEmpty()) {
            return marks;
        }
        var rows = database.createNativeQuery(
                        "select sitting_id, slot, mark, max_mark, marked_by, comment from slot_mark"
                                + " where sitting_id in (:ids)",
                        Tuple.class)
                .setParameter("ids", new ArrayList<>(sittings))
                .getResultList();
        for (var row : rows) {
            add(marks, (Tuple) row);
        }
        return marks;
    }

    private static void add(Map<UUID, Map<UUID, SlotMark>> marks, Tuple row) {
        var mark = new SlotMark(
                row.get("slot", UUID.class),
                row.get("mark", BigDecimal.class),
                row.get("max_mark", BigDecimal.class),
                row.get("marked_by", UUID.class),
                row.get("comment", String.class));
        marks.computeIfAbsent(row.get("sitting_id", UUID.class), sitting -> new HashMap<>())
                .put(mark.slot(), mark);
    }
}
