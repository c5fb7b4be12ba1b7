package vn.lopmo.content.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// The libraries that are open to the world.
@ApplicationScoped
class OpenLibraries implements PanacheRepositoryBase<OpenLibrary, UUID> {
    /// @throws Refusal.NotFound if no library is open under this code
    OpenLibrary get(String code) {
        return findByCode(code).orElseThrow(() -> new Refusal.NotFound("open-library-not-found"));
    }

    Optional<OpenLibrary> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /// Until the end of the transaction nobody else opens a library or gives one another code: two who want the same
    /// code are answered one after the other.
    void oneAtATime() {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('open-library')) as text)", String.class)
                .getSingleResult();
    }
}
