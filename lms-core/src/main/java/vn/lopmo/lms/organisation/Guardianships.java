package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /// The names of the children of each guardian; people who are nobody's guardian are not in the map.
    Map<UUID, List<String>> childNames(Collection<UUID> guardianIds) {
        return getEntityManager()
                .createQuery(
                        "select g.guardianId, p.name from Guardianship g join Person p on p.id = g.childId"
                                + " where g.guardianId in :guardians order by p.nameFolded",
                        Object[].class)
                .setParameter("guardians", guardianIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
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
