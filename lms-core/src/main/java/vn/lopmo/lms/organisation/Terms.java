package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Terms implements PanacheRepositoryBase<Term, UUID> {
    /// Both, the first one first.
    public List<Term> of(UUID schoolYearId) {
        return list("schoolYearId = ?1 order by number", schoolYearId);
    }

    public Optional<Term> numbered(UUID schoolYearId, int number) {
        return find("schoolYearId = ?1 and number = ?2", schoolYearId, number).firstResultOptional();
    }
}
