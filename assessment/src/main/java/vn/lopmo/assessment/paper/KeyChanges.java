package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.paper.KeyChange.Effect;
import vn.lopmo.assessment.paper.KeyChange.Kind;

/// The corrections of papers that were given: rows are only ever added. Used inside the caller's transaction.
@ApplicationScoped
public class KeyChanges {
    private static final String SELECT = """
            select id, assignment_id, version, slot, kind, item_id, item_version, reason, changed_by, changed_at,
                sittings, changed, up, down
            from key_change where assignment_id = :assignment and version <= :last order by version""";

    private final EntityManager database;

    KeyChanges(EntityManager database) {
        this.database = database;
    }

    /// Makes whoever opens or corrects the same assignment wait for the end of this transaction.
    ///
    /// @return how many corrections it has
    public int lock(UUID assignmentId) {
        return (Integer)
                database.createNativeQuery("select key_version from assignment where id = :id for update", Object.class)
                        .setParameter("id", assignmentId)
                        .getSingleResult();
    }

    /// The assignment's entity does not learn of it in this transaction, so that no content is remembered that may
    /// yet be rolled back.
    public void add(KeyChange change) {
        database.createNativeQuery("""
                        insert into key_change (id, assignment_id, version, slot, kind, item_id, item_version, reason,
                            changed_by, changed_at, sittings, changed, up, down)
                        values (:id, :assignment, :version, :slot, :kind, :item, cast(:itemVersion as integer), :reason,
                            :by, :at, :sittings, :changed, :up, :down)""")
                .setParameter("id", change.id())
                .setParameter("assignment", change.assignmentId())
                .setParameter("version", change.version())
                .setParameter("slot", change.slot())
                .setParameter("kind", change.kind().name())
                .setParameter("item", change.itemId())
                .setParameter("itemVersion", change.itemVersion())
                .setParameter("reason", change.reason())
                .setParameter("by", change.by())
                .setParameter("at", change.at())
                .setParameter("sittings", change.effect().of())
                .setParameter("changed", change.effect().changed())
                .setParameter("up", change.effect().up())
                .setParameter("down", change.effect().down())
                .executeUpdate();
        database.createNativeQuery("update assignment set key_version = :version where id = :id")
                .setParameter("version", change.version())
                .setParameter("id", change.assignmentId())
                .executeUpdate();
    }

    /// In the order they were made.
    public List<KeyChange> of(UUID assignmentId) {
        return upTo(assignmentId, Integer.MAX_VALUE);
    }

    /// The correction that holds, by slot, after the first `version` of them.
    Map<UUID, KeyChange> holding(UUID assignmentId, int version) {
        var holding = new LinkedHashMap<UUID, KeyChange>();
        upTo(assignmentId, version).forEach(change -> holding.put(change.slot(), change));
        return holding;
    }

    private List<KeyChange> upTo(UUID assignmentId, int version) {
        List<?> rows = database.createNativeQuery(SELECT, Tuple.class)
                .setParameter("assignment", assignmentId)
                .setParameter("last", version)
                .getResultList();
        return rows.stream().map(row -> change((Tuple) row)).toList();
    }

    private static KeyChange change(Tuple row) {
        return new KeyChange(
                row.get("id", UUID.class),
                row.get("assignment_id", UUID.class),
                row.get("version", Integer.class),
                row.get("slot", UUID.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("item_id", UUID.class),
                row.get("item_version", Integer.class),
                row.get("reason", String.class),
                row.get("changed_by", UUID.class),
                row.get("changed_at", Instant.class),
                new Effect(
                        row.get("changed", Integer.class),
                        row.get("sittings", Integer.class),
                        row.get("up", Integer.class),
                        row.get("down", Integer.class)));
    }
}
