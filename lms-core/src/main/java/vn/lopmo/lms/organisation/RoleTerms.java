package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.caller.Role;

@ApplicationScoped
class RoleTerms implements PanacheRepositoryBase<RoleTerm, UUID> {
    /// The latest first.
    List<RoleTerm> of(UUID personId) {
        return list("personId = ?1 order by startsOn desc", personId);
    }

    /// The one that runs or is to come.
    Optional<RoleTerm> open(UUID personId, Role role) {
        return find("personId = ?1 and role = ?2 and over = false", personId, role)
                .firstResultOptional();
    }

    /// Whose roles have to be given or taken on a day.
    List<UUID> due(LocalDate day) {
        return getEntityManager()
                .createQuery(
                        "select distinct t.personId from RoleTerm t where t.over = false and"
                                + " (t.held = false and t.startsOn <= :day or t.endsOn < :day)",
                        UUID.class)
                .setParameter("day", day)
                .getResultList();
    }
}
