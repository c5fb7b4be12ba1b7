package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.identity.Accounts;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Makes the first school of an install and its administrator. Open to everybody who has the code, until there is a
/// school.
@Path("/setup")
class SetupResource {
    /// Held while a school is made, so that two who send the same form make one school.
    private static final long LOCK = 0x6c6f706d6f536574L;

    record SchoolForm(
            @NotBlank @Size(max = 150) String name,
            @NotBlank @Size(max = 40) String code,
            @NotNull SchoolLevel level,
            @NotBlank @Size(max = 100) String commune,
            @NotBlank @Size(max = 100) String province) {}

    record AdminForm(
            @NotBlank @Size(max = 100) String name,

            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,39}")
            String username,

            @NotNull @Size(min = 8, max = 100) String password) {}

    record Form(
            @NotNull @Size(max = 200) String code,
            @NotNull @Valid SchoolForm school,
            @NotNull @Valid AdminForm admin) {}

    /// Names are told before sign-in, so that people see whose door it is.
    ///
    /// @param schoolName null where several schools share the server
    /// @param sharedBy   the first of these, by name; else empty
    /// @param more       how many share it besides
    record State(boolean needed, @Nullable String schoolName, List<String> sharedBy, long more) {
        private static final int NAMED = 4;

        static State of(List<School> first, long all) {
            var names = first.stream().map(School::name).toList();
            return all == 1
                    ? new State(false, names.getFirst(), List.of(), 0)
                    : new State(all == 0, null, names, all - names.size());
        }
    }

    record Made(UUID schoolId) {}

    private final SetupCode code;
    private final Schools schools;
    private final SchoolYears years;
    private final People people;
    private final Accounts accounts;
    private final Event<SchoolOpened> opened;
    private final EntityManager database;
    private final Clock clock;

    SetupResource(
            SetupCode code,
            Schools schools,
            SchoolYears years,
            People people,
            Accounts accounts,
            Event<SchoolOpened> opened,
            EntityManager database,
            Clock clock) {
        this.code = code;
        this.schools = schools;
        this.years = years;
        this.people = people;
        this.accounts = accounts;
        this.opened = opened;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Transactional
    public State state() {
        return State.of(schools.byName(State.NAMED), schools.count());
    }

    @POST
    @ResponseStatus(201)
    public Made make(@NotNull @Valid Form form) {
        code.check(form.code);
        var account = new UUID[1];
        try {
            return QuarkusTransaction.requiringNew().call(() -> make(form, account));
        } catch (RuntimeException notMade) {
            if (account[0] != null) {
                accounts.close(account[0]);
            }
            throw notMade;
        }
    }

    private Made make(Form form, UUID[] account) {
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getResultList();
        if (schools.count() > 0) {
            throw new Refusal.Conflict("setup-done-already");
        }
        var now = clock.instant();
        var given = form.school;
        var school = School.open(given.name, given.code, given.level, given.commune, given.province, now);
        account[0] = openAdmin(school, form.admin);
        schools.persist(school);
        schools.flush();
        opened.fire(new SchoolOpened(school, now));
        years.currentOrOpen(school.id(), now);
        people.persist(
                Person.join(account[0], school.id(), form.admin.name, form.admin.username, Set.of(Role.ADMIN), now));
        return new Made(school.id());
    }

    private UUID openAdmin(School school, AdminForm admin) {
        return accounts.open(
                new Accounts.Opening(
                        admin.username,
                        VietnameseText.tidy(admin.name),
                        school.id(),
                        Set.of(Role.ADMIN),
                        admin.password,
                        false),
                any -> true);
    }
}
