package vn.lopmo.lms.organisation.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.Person;

/// First passwords that may still be shown to the school's administrator.
@ApplicationScoped
public class FirstPasswordSheet implements PanacheRepositoryBase<FirstPassword, UUID> {
    private final Accounts accounts;
    private final Sealing sealing;
    private final Clock clock;

    FirstPasswordSheet(Accounts accounts, Sealing sealing, Clock clock) {
        this.accounts = accounts;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// The passwords that are still in use, by person. Those that were changed meanwhile are wiped on the way.
    @Transactional
    public Map<UUID, String> of(Collection<Person> people) {
        var byId = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        forgetOlderThan(clock.instant().minus(FirstPassword.LIFE));
        var kept = list("personId in ?1", byId.keySet());
        var used = kept.stream()
                .filter(each -> accounts.hasFirstPassword(each.personId()))
                .toList();
        kept.stream().filter(each -> !used.contains(each)).forEach(this::delete);
        return used.stream().collect(Collectors.toMap(FirstPassword::personId, each -> {
            var person = Objects.requireNonNull(byId.get(each.personId()));
            return sealing.open(each.sealed(), person.username());
        }));
    }

    /// Somebody who is signed in has changed his first password: Keycloak lets nobody in before.
    public void forget(UUID personId) {
        deleteById(personId);
    }

    @Scheduled(every = "6h", delayed = "1m")
    @Transactional
    void forgetOld() {
        forgetOlderThan(clock.instant().minus(FirstPassword.LIFE));
    }

    private void forgetOlderThan(Instant limit) {
        delete("madeAt < ?1", limit);
    }
}
