package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Makes roles begin and end on their days: in Keycloak first, which forgives being told twice, then in the person's
/// row. What Keycloak could not be told now is told at the next look.
@ApplicationScoped
class RoleChange {
    private static final Logger LOG = Logger.getLogger(RoleChange.class);

    private final RoleTerms terms;
    private final People people;
    private final Schools schools;
    private final Accounts accounts;
    private final Clock clock;

    RoleChange(RoleTerms terms, People people, Schools schools, Accounts accounts, Clock clock) {
        this.terms = terms;
        this.people = people;
        this.schools = schools;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// @param to the last day; null for no end
    void give(UUID personId, UUID schoolId, Role role, LocalDate from, @Nullable LocalDate to) {
        QuarkusTransaction.requiringNew().run(() -> {
            PersonPolicy.checkGiven(Set.of(role), schoolId, schools.first().id());
            var person = people.get(personId, schoolId);
            boolean has = person.roles().contains(role);
            var term = terms.open(personId, role).orElseGet(() -> RoleTerm.of(person, role, has, clock.instant()));
            term.last(from, to);
            keepsAnAdministrator(person, term);
            terms.persist(term);
        });
        settle(personId);
    }

    /// A school without an administrator cannot help itself.
    private void keepsAnAdministrator(Person person, RoleTerm term) {
        if (term.role() == Role.ADMIN
                && term.endsOn() != null
                && people.withRole(person.schoolId(), Role.ADMIN).stream()
                        .allMatch(admin -> admin.id().equals(person.id()))) {
            throw new Refusal.Conflict("last-administrator");
        }
    }

    @Scheduled(every = "15m", delayed = "1m")
    void look() {
        var due = QuarkusTransaction.requiringNew().call(() -> terms.due(today()));
        for (var personId : due) {
            try {
                settle(personId);
            } catch (RuntimeException later) {
                LOG.warnf("a role waits to begin or end: %s", later.toString());
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
    }

    void settle(UUID personId) {
        var today = today();
        var wanted = QuarkusTransaction.requiringNew().call(() -> wanted(personId, today));
        var given = difference(wanted.next, wanted.now);
        var taken = difference(wanted.now, wanted.next);
        if (!given.isEmpty()) {
            accounts.give(personId, given);
        }
        if (!taken.isEmpty()) {
            accounts.take(personId, taken);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            people.findById(personId).hold(wanted.next);
            terms.of(personId).stream().filter(term -> !term.isOver()).forEach(term -> term.settle(today));
        });
    }

    private record Wanted(Set<Role> now, Set<Role> next) {}

    private Wanted wanted(UUID personId, LocalDate today) {
        var now = people.findById(personId).roles();
        var next = new HashSet<>(now);
        var open = terms.of(personId).stream().filter(term -> !term.isOver()).toList();
        for (var term : open) {
            if (term.runsOn(today)) {
                next.add(term.role());
            } else {
                next.remove(term.role());
            }
        }
        return new Wanted(now, next);
    }

    private static Set<Role> difference(Set<Role> some, Set<Role> without) {
        var left = EnumSet.noneOf(Role.class);
        left.addAll(some);
        left.removeAll(without);
        return left;
    }
}
