package vn.lopmo.assessment.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Who watches which assignment beside those who lead it. Used inside the caller's transaction.
@ApplicationScoped
class Invigilators {
    private final EntityManager database;

    Invigilators(EntityManager database) {
        this.database = database;
    }

    List<UUID> of(UUID assignmentId) {
        return ids("select person_id from invigilator where assignment_id = :id order by person_id", assignmentId);
    }

    /// The assignments that he watches.
    Set<UUID> watchedBy(UUID personId) {
        return Set.copyOf(ids("select assignment_id from invigilator where person_id = :id", personId));
    }

    void put(UUID assignmentId, Collection<UUID> persons) {
        database.createNativeQuery("delete from invigilator where assignment_id = :id")
                .setParameter("id", assignmentId)
                .executeUpdate();
        for (var person : new TreeSet<>(persons)) {
            database.createNativeQuery("insert into invigilator (assignment_id, person_id) values (:id, :person)")
                    .setParameter("id", assignmentId)
                    .setParameter("person", person)
                    .executeUpdate();
        }
    }

    private List<UUID> ids(String query, UUID id) {
        return database.createNativeQuery(query, Object.class).setParameter("id", id).getResultList().stream()
                .map(UUID.class::cast)
                .toList();
    }
}
