package vn.lopmo.content.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;

/// Who marked what.
@ApplicationScoped
class Favourites {
    private static final int MOST = 500;

    private final EntityManager database;

    Favourites(EntityManager database) {
        this.database = database;
    }

    List<UUID> of(Caller person) {
        List<?> found = database.createNativeQuery(
                        "select material_id from favourite where person_id = :person and school_id = :school"
                                + " order by at desc, material_id",
                        Object.class)
                .setParameter("person", person.id())
                .setParameter("school", person.schoolId())
                .setMaxResults(MOST)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    boolean has(Caller person, UUID materialId) {
        return !database.createNativeQuery(
                        "select material_id from favourite where person_id = :person and material_id = :material",
                        Object.class)
                .setParameter("person", person.id())
                .setParameter("material", materialId)
                .getResultList()
                .isEmpty();
    }

    void mark(Caller person, UUID materialId, Instant now) {
        database.createNativeQuery("insert into favourite (person_id, material_id, school_id, at)"
                        + " values (:person, :material, :school, :now) on conflict do nothing")
                .setParameter("person", person.id())
                .setParameter("material", materialId)
                .setParameter("school", person.schoolId())
                .setParameter("now", now)
                .executeUpdate();
    }

    void unmark(Caller person, UUID materialId) {
        database.createNativeQuery("delete from favourite where person_id = :person and material_id = :material")
                .setParameter("person", person.id())
                .setParameter("material", materialId)
                .executeUpdate();
    }
}
