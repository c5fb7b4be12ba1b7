package vn.lopmo.lms.organisation.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.refusal.Refusal;

/// Shuts the old way in of pupils who were taken, unless they are back by now. What Keycloak could not be told is told
/// at the next look.
@ApplicationScoped
class OldAccounts {
    private static final Logger LOG = Logger.getLogger(OldAccounts.class);

    private final PupilTransfers transfers;
    private final People people;
    private final Accounts accounts;

    OldAccounts(PupilTransfers transfers, People people, Accounts accounts) {
        this.transfers = transfers;
        this.people = people;
        this.accounts = accounts;
    }

    @Scheduled(every = "15m", delayed = "2m")
    void look() {
        for (var taken : QuarkusTransaction.requiringNew().call(transfers::toShut)) {
            try {
                shut(taken);
            } catch (Refusal.Unavailable later) {
                LOG.warnf("an old account waits to be shut: %s", later.slug());
            }
        }
    }

    private void shut(PupilTransfer taken) {
        boolean isAway = QuarkusTransaction.requiringNew().call(() -> people.findByIdOptional(taken.personId())
                .filter(person -> person.leftOn() != null && !person.isErased())
                .isPresent());
        if (isAway) {
            accounts.shut(taken.personId());
        }
        QuarkusTransaction.requiringNew()
                .run(() -> transfers.findByIdOptional(taken.id()).ifPresent(PupilTransfer::shut));
    }
}
