package vn.lopmo.lms.organisation.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.Person;

/// First passwords that may still be shown to the school's administrator.
@ApplicationScoped
public class FirstPasswordSheet implements PanacheRepositoryBase<FirstPassword, UUID> {
    private static final int AT_ONCE = 20;
    private static final String NEXT = """
            select * from first_password where not is_set
                and not exists (select 1 from roster_import where state = 'APPLYING' and leased_until > :now)
            order by made_at limit 1 for update skip locked""";

    private final Accounts accounts;
    private final Sealing sealing;
    private final Clock clock;

    FirstPasswordSheet(Accounts accounts, Sealing sealing, Clock clock) {
        this.accounts = accounts;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// The passwords that are still in use, by person. Those that were changed meanwhile are wiped on the way, and
    /// Keycloak gets those that it does not have: some at a time in a transaction of their own, so that what was
    /// done stays and no row is held for long. To be called outside of any.
    public Map<UUID, String> of(Collection<Person> people) {
        var all = List.copyOf(people);
        var known = new HashMap<UUID, String>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            known.putAll(QuarkusTransaction.requiringNew().call(() -> ofSome(some)));
        }
        return known;
    }

    private Map<UUID, String> ofSome(List<Person> people) {
        var byId = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        forgetOlderThan(clock.instant().minus(FirstPassword.LIFE));
        var kept = find("personId in ?1 order by personId", byId.keySet())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        kept.stream()
                .filter(each -> !each.isSet())
                .forEach(each -> set(each, Objects.requireNonNull(byId.get(each.personId()))));
        var used = kept.stream()
                .filter(each -> accounts.hasFirstPassword(each.personId()))
                .toList();
        kept.stream().filter(each -> !used.contains(each)).forEach(this::delete);
        return used.stream().collect(Collectors.toMap(FirstPassword::personId, each -> {
            var person = Objects.requireNonNull(byId.get(each.personId()));
            return sealing.open(each.sealed(), person.username());
        }));
    }

    private void set(FirstPassword password, Person person) {
        if (accounts.renewPassword(person.id(), sealing.open(password.sealed(), person.username()))) {
            password.set();
        } else {
            delete(password);
        }
    }

    /// Gives Keycloak the next passwords that it does not have. Each is locked meanwhile, so that none is set after
    /// it was forgotten, and two services share the work. While a list is being applied they wait: somebody waits
    /// for it.
    ///
    /// @return whether there was one
    @Transactional
    boolean setNext() {
        var next = getEntityManager()
                .createNativeQuery(NEXT, FirstPassword.class)
                .setParameter("now", clock.instant())
                .getResultList();
        for (var each : next) {
            var password = (FirstPassword) each;
            set(password, getEntityManager().find(Person.class, password.personId()));
        }
        return !next.isEmpty();
    }

    /// How many of a school's pupils cannot sign in yet.
    public long toSet(UUID schoolId) {
        return count("schoolId = ?1 and isSet = false", schoolId);
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
