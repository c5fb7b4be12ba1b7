package vn.lopmo.lms.organisation.unit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.lms.organisation.SchoolOpened;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.lms.organisation.identity.FirstPasswords;
import vn.lopmo.lms.organisation.identity.Usernames;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Opens one more school of the install, with an administrator who has a first password on paper. The account is opened
/// inside the transaction, one school at a time, and closed again if the school cannot be kept.
@ApplicationScoped
class SchoolOpening {
    record Form(
            @NotBlank @Size(max = 150) String name,
            @NotBlank @Size(max = 40) String code,
            @NotNull SchoolLevel level,
            @NotBlank @Size(max = 100) String commune,
            @NotBlank @Size(max = 100) String province,
            @NotBlank @Size(max = 100) String adminName) {}

    record Opened(UUID schoolId, String adminName, String username, String firstPassword) {}

    private final Schools schools;
    private final SchoolYears years;
    private final People people;
    private final Accounts accounts;
    private final Units units;
    private final Event<SchoolOpened> opened;
    private final Clock clock;

    SchoolOpening(
            Schools schools,
            SchoolYears years,
            People people,
            Accounts accounts,
            Units units,
            Event<SchoolOpened> opened,
            Clock clock) {
        this.schools = schools;
        this.years = years;
        this.people = people;
        this.accounts = accounts;
        this.units = units;
        this.opened = opened;
        this.clock = clock;
    }

    /// Outside of a transaction.
    ///
    /// @throws Refusal.Conflict if a school has this code
    Opened open(Form form) {
        var account = new ArrayList<UUID>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> open(form, account));
        } catch (RuntimeException notOpened) {
            account.forEach(accounts::close);
            throw notOpened;
        }
    }

    private Opened open(Form form, List<UUID> account) {
        units.hold();
        var now = clock.instant();
        var school = School.open(form.name, form.code, form.level, form.commune, form.province, now);
        if (schools.count("lower(code) = lower(?1)", school.code()) > 0) {
            throw new Refusal.Conflict("school-code-taken", school.code());
        }
        schools.persist(school);
        schools.flush();
        opened.fire(new SchoolOpened(school, now));
        years.currentOrOpen(school.id(), now);
        var name = VietnameseText.tidy(form.adminName);
        var username = Usernames.ofStaff(name, people::usernameTaken);
        var password = FirstPasswords.next();
        var roles = Set.of(Role.ADMIN);
        var id = accounts.open(
                new Accounts.Opening(username, name, school.id(), roles, password, true),
                known -> people.findByIdOptional(known).isPresent());
        account.add(id);
        people.persist(Person.join(id, school.id(), name, username, roles, now));
        people.flush();
        return new Opened(school.id(), name, username, password);
    }
}
