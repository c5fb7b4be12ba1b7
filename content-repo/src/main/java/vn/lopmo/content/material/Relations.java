package vn.lopmo.content.material;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What stands in what relation to what.
@ApplicationScoped
public class Relations implements PanacheRepositoryBase<Relation, UUID> {
    public List<Relation> from(UUID materialId) {
        return list("materialId = ?1 order by place, id", materialId);
    }

    /// Those that others have to this one.
    public List<Relation> to(UUID materialId) {
        return list("targetId = ?1 order by place, id", materialId);
    }

    void replace(UUID materialId, List<Relation> relations) {
        delete("materialId", materialId);
        persist(relations);
        flush();
    }

    /// Whether following this kind of relation from `start` leads to `end`: then one the other way would close a
    /// circle.
    boolean leads(UUID start, UUID end, Relation.Kind kind) {
        var found = getEntityManager()
                .createNativeQuery("""
                        with recursive road (id) as (
                            select cast(:start as uuid)
                            union
                            select target_id from material_relation join road on material_id = road.id where kind = :kind
                        )
                        select count(*) from road where id = :end""", Long.class)
                .setParameter("start", start)
                .setParameter("end", end)
                .setParameter("kind", kind.name())
                .getSingleResult();
        return ((Number) found).longValue() > 0;
    }
}
