package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.PeopleResource.Admitted;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.identity.FirstPasswords;
import vn.lopmo.lms.organisation.identity.Usernames;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Takes one person into the school: everybody but the students of the ministry's list. The account is opened first,
/// since its subject is the person's id, and closed again if the person cannot be kept.
@ApplicationScoped
class Admission {
    record Place(@NotNull UUID classId, @NotNull ClassRole role) {}

    record Request(
            @NotBlank @Size(max = 100) String name,

            @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,39}") @Nullable
            String username,

            @NotEmpty Set<Role> roles,
            @Size(max = 100) @Nullable List<@Valid Place> classes,
            @Size(max = 20) @Nullable List<UUID> children) {
        List<Place> places() {
            return Objects.requireNonNullElse(classes, List.of());
        }

        List<UUID> childIds() {
            return Objects.requireNonNullElse(children, List.of());
        }
    }

    private final Accounts accounts;
    private final People people;
    private final Schools schools;
    private final SchoolClasses classes;
    private final Enrolment enrolment;
    private final Guardianships guardianships;
    private final Clock clock;

    Admission(
            Accounts accounts,
            People people,
            Schools schools,
            SchoolClasses classes,
            Enrolment enrolment,
            Guardianships guardianships,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.schools = schools;
        this.classes = classes;
        this.enrolment = enrolment;
        this.guardianships = guardianships;
        this.clock = clock;
    }

    Admitted admit(UUID schoolId, Request request) {
        var username = QuarkusTransaction.requiringNew().call(() -> check(schoolId, request));
        var password = FirstPasswords.next();
        var name = VietnameseText.tidy(request.name);
        var opening = new Accounts.Opening(username, name, schoolId, request.roles, password, true);
        var id = accounts.open(opening, this::isSomebodys);
        try {
            QuarkusTransaction.requiringNew().run(() -> keep(id, schoolId, username, request));
        } catch (RuntimeException notKept) {
            accounts.close(id);
            throw notKept;
        }
        return new Admitted(id, username, password);
    }

    /// @return the account's name
    private String check(UUID schoolId, Request request) {
        PersonPolicy.checkGiven(request.roles, schoolId, schools.first().id());
        request.places().forEach(place -> classes.get(place.classId, schoolId));
        request.childIds().forEach(child -> people.get(child, schoolId));
        var wanted = request.username;
        if (wanted == null || wanted.isBlank()) {
            return Usernames.ofStaff(request.name, people::usernameTaken);
        }
        if (people.usernameTaken(wanted)) {
            throw new Refusal.Conflict("username-taken", wanted);
        }
        return wanted;
    }

    private void keep(UUID id, UUID schoolId, String username, Request request) {
        var now = clock.instant();
        var person = Person.join(id, schoolId, request.name, username, request.roles, now);
        people.persist(person);
        request.places().forEach(place -> enrol(person, place, now));
        request.childIds().stream()
                .distinct()
                .map(child -> people.get(child, schoolId))
                .forEach(child -> guardianships.persist(Guardianship.of(person, child, now)));
    }

    private void enrol(Person person, Place place, Instant now) {
        var schoolClass = classes.get(place.classId, person.schoolId());
        switch (place.role) {
            case STUDENT -> enrolment.learn(person, schoolClass, now);
            case TEACHER -> enrolment.teach(person, schoolClass, now);
        }
    }

    private boolean isSomebodys(UUID account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.findByIdOptional(account).isPresent());
    }
}
