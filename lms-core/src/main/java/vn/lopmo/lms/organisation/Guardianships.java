package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Guardianships implements PanacheRepositoryBase<Guardianship, UUID> {
    public List<Person> childrenOf(UUID guardianId) {
        return getEntityManager()
                .createQuery(
                        "select p from Person p join Guardianship g on g.childId = p.id where g.guardianId = :guardian",
                        Person.class)
                .setParameter("guardian", guardianId)
                .getResultStream()
                .sorted(People.inRegisterOrder())
                .toList();
    }

    public boolean guards(UUID guardianId, UUID childId) {
        return count("guardianId = ?1 and childId = ?2", guardianId, childId) > 0;
    }

    /// Whether the guardian has said that he acts for the child: what he agrees to counts only then.
    public boolean acts(UUID guardianId, UUID childId) {
        return find(guardianId, childId)
                .filter(each -> each.acceptedAt() != null)
                .isPresent();
    }

    Optional<Guardianship> find(UUID guardianId, UUID childId) {
        return find("guardianId = ?1 and childId = ?2", guardianId, childId).firstResultOptional();
    }
}
