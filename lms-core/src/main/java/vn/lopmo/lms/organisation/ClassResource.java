package vn.lopmo.lms.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.ClassPolicy.Verb;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships.Member;
import vn.lopmo.lms.organisation.identity.FirstPasswordSheet;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

@Path("/classes")
class ClassResource {
    record Opening(
            @NotBlank @Size(max = 20) String name,
            @Min(1) @Max(12) int grade) {}

    record Brief(UUID id, String name, int grade, long students) {}

    record MemberView(
            UUID id,
            String name,
            ClassRole role,
            @Nullable String code,
            @Nullable LocalDate birthDate) {
        static MemberView of(Member member, boolean register) {
            var person = member.person();
            return new MemberView(
                    person.id(),
                    person.name(),
                    member.role(),
                    register ? person.code() : null,
                    register ? person.birthDate() : null);
        }
    }

    record View(UUID id, String name, int grade, String year, List<MemberView> members) {}

    record PasswordRow(
            String name, String username, @Nullable String password) {}

    record PasswordSheet(String className, String school, List<PasswordRow> rows) {}

    private final CurrentCaller caller;
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final Schools schools;
    private final Memberships memberships;
    private final FirstPasswordSheet passwords;
    private final People people;
    private final Assigning assigning;
    private final Enrolment enrolment;
    private final Clock clock;

    ClassResource(
            CurrentCaller caller,
            SchoolClasses classes,
            SchoolYears years,
            Schools schools,
            Memberships memberships,
            FirstPasswordSheet passwords,
            People people,
            Assigning assigning,
            Enrolment enrolment,
            Clock clock) {
        this.caller = caller;
        this.classes = classes;
        this.years = years;
        this.schools = schools;
        this.memberships = memberships;
        this.passwords = passwords;
        this.people = people;
        this.assigning = assigning;
        this.enrolment = enrolment;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<Brief> list() {
        var current = caller.get();
        ClassPolicy.check(current, Verb.LIST, false);
        var listed = visibleTo(current);
        var sizes =
                memberships.studentsByClass(listed.stream().map(SchoolClass::id).toList());
        return listed.stream()
                .map(each -> new Brief(each.id(), each.name(), each.grade(), sizes.getOrDefault(each.id(), 0L)))
                .toList();
    }

    private List<SchoolClass> visibleTo(Caller current) {
        return ClassPolicy.allows(current, Verb.LIST_ALL, false)
                ? classes.of(
                        years.currentOrOpen(current.schoolId(), clock.instant()).id())
                : memberships.taughtBy(current.id());
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public Brief open(@NotNull @Valid Opening opening) {
        var current = caller.get();
        ClassPolicy.check(current, Verb.OPEN, false);
        if (!schools.get(current.schoolId()).level().teaches(opening.grade)) {
            throw new Refusal.Invalid("row-grade-not-in-school");
        }
        var now = clock.instant();
        var year = years.currentOrOpen(current.schoolId(), now).id();
        if (classes.findNamed(year, opening.name.strip()).isPresent()) {
            throw new Refusal.Conflict("class-name-taken", opening.name);
        }
        var opened = SchoolClass.open(current.schoolId(), year, opening.name, opening.grade, now);
        classes.persist(opened);
        return new Brief(opened.id(), opened.name(), opened.grade(), 0);
    }

    record Change(
            @NotBlank @Size(max = 20) String name, @Nullable UUID homeroomTeacherId) {}

    @PUT
    @Path("/{id}")
    @Transactional
    public Brief change(UUID id, @NotNull @Valid Change change) {
        var current = caller.get();
        ClassPolicy.check(current, Verb.CHANGE, false);
        var schoolClass = classes.get(id, current.schoolId());
        var namesake = classes.findNamed(schoolClass.schoolYearId(), change.name.strip());
        if (namesake.isPresent() && !namesake.get().id().equals(id)) {
            throw new Refusal.Conflict("class-name-taken", change.name);
        }
        if (!schoolClass.name().equals(change.name.strip())) {
            schoolClass.rename(change.name);
            enrolment.tell(schoolClass);
        }
        var teacher =
                change.homeroomTeacherId == null ? null : people.get(change.homeroomTeacherId, current.schoolId());
        assigning.leadBy(schoolClass, teacher, clock.instant());
        long students = memberships.studentsByClass(List.of(id)).getOrDefault(id, 0L);
        return new Brief(id, schoolClass.name(), schoolClass.grade(), students);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View get(UUID id) {
        var current = caller.get();
        var schoolClass = classes.get(id, current.schoolId());
        ClassPolicy.check(current, Verb.READ_MEMBERS, memberships.teaches(current.id(), id));
        boolean register = ClassPolicy.allows(current, Verb.READ_REGISTER, false);
        return new View(
                id,
                schoolClass.name(),
                schoolClass.grade(),
                years.get(schoolClass.schoolYearId()).name(),
                memberships.membersOf(id).stream()
                        .map(member -> MemberView.of(member, register))
                        .toList());
    }

    @GET
    @Path("/{id}/first-passwords")
    public PasswordSheet firstPasswords(UUID id) {
        var current = caller.get();
        ClassPolicy.check(current, Verb.READ_FIRST_PASSWORDS, false);
        var listed = QuarkusTransaction.requiringNew().call(() -> listed(id, current.schoolId()));
        var known = passwords.of(listed.learners);
        return new PasswordSheet(
                listed.className,
                listed.school,
                listed.learners.stream()
                        .map(each -> new PasswordRow(each.name(), each.username(), known.get(each.id())))
                        .toList());
    }

    private record Listed(String className, String school, List<Person> learners) {}

    private Listed listed(UUID id, UUID schoolId) {
        return new Listed(
                classes.get(id, schoolId).name(), schools.get(schoolId).name(), memberships.learnersOf(id));
    }
}
