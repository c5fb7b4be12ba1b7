package vn.lopmo.lms.organisation.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.Guarding;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.identity.FirstPasswords;
import vn.lopmo.lms.organisation.identity.Usernames;
import vn.lopmo.lms.organisation.transfer.Arrival.Slip;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Who somebody of another school is at this one: whoever was here before comes back as himself, anybody else is a new
/// person with a new account.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Newcomers {
    private final People people;
    private final Guarding guarding;
    private final Accounts accounts;

    Newcomers(People people, Guarding guarding, Accounts accounts) {
        this.people = people;
        this.guarding = guarding;
        this.accounts = accounts;
    }

    /// A pupil of this school who is the same one: who came from here or went there once, or has his code.
    ///
    /// @throws Refusal.Conflict if the one with his code is not surely he: a code alone, typed at another school,
    // must
    /// not lead to somebody else's child
    Optional<Person> find(Person before, UUID schoolId) {
        var linked = linked(before, schoolId).filter(person -> person.roles().contains(Role.STUDENT));
        var code = before.code();
        if (linked.isPresent() || code == null) {
            return linked;
        }
        var coded = people.findByCode(code, schoolId);
        coded.filter(person -> !isSurely(person, before)).ifPresent(other -> {
            throw new Refusal.Conflict("pupil-transfer-code-taken", code);
        });
        return coded.filter(person -> person.roles().contains(Role.STUDENT));
    }

    private Optional<Person> linked(Person before, UUID schoolId) {
        return people.cameFrom(before.id(), schoolId).or(() -> Optional.ofNullable(before.cameFrom())
                .flatMap(people::findByIdOptional)
                .filter(person -> person.schoolId().equals(schoolId) && !person.isErased()));
    }

    private static boolean isSurely(Person one, Person other) {
        return one.birthDate() != null
                && one.birthDate().equals(other.birthDate())
                && VietnameseText.fold(one.name()).equals(VietnameseText.fold(other.name()));
    }

    Person pupil(Person before, UUID schoolId, List<Slip> slips, Instant now) {
        var code = before.code();
        var username = code == null
                ? Usernames.ofStaff(before.name(), people::usernameTaken)
                : Usernames.ofStudent(before.name(), code, people::usernameTaken);
        var pupil = open(before.name(), username, schoolId, Role.STUDENT, slips, now);
        pupil.enterInRegister(code, before.name(), before.birthDate(), before.gender());
        return pupil;
    }

    /// Who acts for the child here: somebody who came before him from there, or who is linked here already by the same
    /// name; else somebody new.
    Person guardian(Person before, Person child, List<Slip> slips, Instant now) {
        return linked(before, child.schoolId())
                .filter(person -> person.roles().contains(Role.GUARDIAN))
                .or(() -> guarding.guardiansOf(child.id()).stream()
                        .filter(tie -> tie.name().equalsIgnoreCase(before.name()))
                        .findFirst()
                        .map(tie -> people.findById(tie.id())))
                .orElseGet(() -> {
                    var username = Usernames.ofStaff(before.name(), people::usernameTaken);
                    var guardian = open(before.name(), username, child.schoolId(), Role.GUARDIAN, slips, now);
                    guardian.comeFrom(before.id());
                    return guardian;
                });
    }

    private Person open(String name, String username, UUID schoolId, Role role, List<Slip> slips, Instant now) {
        var password = FirstPasswords.next();
        var opening = new Accounts.Opening(username, name, schoolId, Set.of(role), password, true);
        var id = accounts.open(
                opening, account -> people.findByIdOptional(account).isPresent());
        slips.add(new Slip(id, name, username, password));
        var person = Person.join(id, schoolId, name, username, Set.of(role), now);
        people.persist(person);
        people.flush();
        return person;
    }
}
