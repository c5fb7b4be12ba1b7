package vn.lopmo.lms.organisation.roster;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.roster.RosterImport.State;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class RosterImports implements PanacheRepositoryBase<RosterImport, UUID> {
    private static final int SHOWN = 10;

    RosterImport get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("roster-import-not-found"));
    }

    List<RosterImport> latest(UUID schoolId, RosterImport.Kind kind) {
        return find("schoolId = ?1 and kind = ?2 order by createdAt desc", schoolId, kind)
                .page(0, SHOWN)
                .list();
    }

    /// Work that nobody is at, oldest first.
    List<UUID> abandoned(Instant now) {
        return find("state = ?1 and (leasedUntil is null or leasedUntil < ?2) order by createdAt", State.APPLYING, now)
                .stream()
                .map(RosterImport::id)
                .toList();
    }

    /// Takes the work on an import, if nobody else has meanwhile.
    boolean claim(UUID id, Instant now) {
        return update(
                        "leasedUntil = ?1 where id = ?2 and state = ?3 and (leasedUntil is null or leasedUntil < ?4)",
                        now.plus(RosterImport.LEASE),
                        id,
                        State.APPLYING,
                        now)
                == 1;
    }

    void forgetOlderThan(Instant limit) {
        delete("createdAt < ?1 and state <> ?2", limit, State.APPLYING);
    }
}
