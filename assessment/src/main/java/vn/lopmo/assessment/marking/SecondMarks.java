package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that second markers gave. Used inside the caller's transaction.
@ApplicationScoped
class SecondMarks {
    private final EntityManager database;

    SecondMarks(EntityManager database) {
        this.database = database;
    }

    void put(UUID sittingId, SecondMark mark, Instant now) {
        database.createNativeQuery("""
                        insert into second_mark (sitting_id, slot, mark, rubric, comment, marked_by, marked_at)
                        values (:sitting, :slot, cast(:mark as numeric), cast(:rubric as jsonb),
                            cast(:comment as text), :by, :at)
                        on conflict (sitting_id, slot) do update set mark = excluded.mark, rubric = excluded.rubric,
                            comment = excluded.comment, marked_by = excluded.marked_by, marked_at = excluded.marked_at,
                            first_mark = null, settled_by = null, settled_at = null""")
                .setParameter("sitting", sittingId)
                .setParameter("slot", mark.slot())
                .setParameter("mark", mark.mark())
                .setParameter("rubric", RubricMarks.write(mark.rubricMarks()))
                .setParameter("comment", mark.comment())
                .setParameter("by", mark.markedBy())
                .setParameter("at", now)
                .executeUpdate();
    }

    /// For answers that have changed: the second marker has to look anew.
    void drop(UUID sittingId, Collection<UUID> slots) {
        database.createNativeQuery("delete from second_mark where sitting_id = :sitting and slot = any(:slots)")
                .setParameter("sitting", sittingId)
                .setParameter("slots", slots.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// What is agreed on as a difference has changed: each pair that nobody has settled is compared anew.
    void compareAnew(UUID assignmentId, BigDecimal tolerance) {
        database.createNativeQuery("""
                        update slot_mark k set unsettled = c.differs
                        from (select m.sitting_id, m.slot,
                                coalesce(abs(f.mark - m.mark) > :tolerance, false) as differs
                            from second_mark m join slot_mark f using (sitting_id, slot)
                                join sitting s on s.id = m.sitting_id
                            where s.assignment_id = :id and m.settled_by is null) c
                        where k.sitting_id = c.sitting_id and k.slot = c.slot and k.unsettled <> c.differs""")
                .setParameter("tolerance", tolerance)
                .setParameter("id", assignmentId)
                .executeUpdate();
    }

    void settle(UUID sittingId, UUID slot, @Nullable BigDecimal first, UUID by, Instant now) {
        database.createNativeQuery("update second_mark set first_mark = cast(:first as numeric), settled_by = :by,"
                        + " settled_at = :at where sitting_id = :sitting and slot = :slot")
                .setParameter("first", first)
                .setParameter("by", by)
                .setParameter("at", now)
                .setParameter("sitting", sittingId)
                .setParameter("slot", slot)
                .executeUpdate();
    }

    Optional<SecondMark> of(UUID sittingId, UUID slot) {
        return Optional.ofNullable(
                ofAll(List.of(sittingId)).getOrDefault(sittingId, Map.of()).get(slot));
    }

    /// By sitting, then by slot.
    Map<UUID, Map<UUID, SecondMark>> ofAll(Collection<UUID> sittings) {
        var marks = new HashMap<UUID, Map<UUID, SecondMark>>();
        List<?> rows = database.createNativeQuery(
                        "select sitting_id, slot, mark, cast(rubric as text) as rubric, comment, marked_by, first_mark,"
                                + " settled_by from second_mark where sitting_id = any(:ids)",
                        Tuple.class)
                .setParameter("ids", sittings.toArray(UUID[]::new))
                .getResultList();
        for (var row : rows) {
            var mark = mark((Tuple) row);
            marks.computeIfAbsent(((Tuple) row).get("sitting_id", UUID.class), sitting -> new HashMap<>())
                    .put(mark.slot(), mark);
        }
        return marks;
    }

    private static SecondMark mark(Tuple row) {
        return new SecondMark(
                row.get("slot", UUID.class),
                row.get("mark", BigDecimal.class),
                RubricMarks.read(row.get("rubric", String.class)),
                row.get("comment", String.class),
                row.get("marked_by", UUID.class),
                row.get("first_mark", BigDecimal.class),
                row.get("settled_by", UUID.class));
    }
}
