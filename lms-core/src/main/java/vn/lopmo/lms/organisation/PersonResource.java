package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.OrganisationPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;

/// One person of the school, as the administrator sees and arranges him: roles with their days, guardians and children,
/// the ways in, out and to another class.
@Path("/person-files/{id}")
class PersonResource {
    record RoleView(Role role, LocalDate startsOn, @Nullable LocalDate endsOn, boolean held, boolean over) {
        static RoleView of(RoleTerm term) {
            return new RoleView(term.role(), term.startsOn(), term.endsOn(), term.isHeld(), term.isOver());
        }
    }

    record View(
            UUID id,
            String name,
            String username,
            List<Role> roles,
            List<RoleView> roleTerms,
            @Nullable LocalDate leftOn,
            List<Guarding.Tie> guardians,
            List<Guarding.Tie> children,
            List<PupilMoves.Stay> stays) {}

    record RoleDays(@NotNull LocalDate startsOn, @Nullable LocalDate endsOn) {}

    record GuardianForm(@Size(max = 40) @Nullable String relation) {}

    record Transfer(@NotNull UUID classId, @NotNull LocalDate on) {}

    record Departure(@NotNull LocalDate on) {}

    record Renewed(String username, String firstPassword) {}

    private final CurrentCaller caller;
    private final People people;
    private final RoleTerms terms;
    private final RoleChange roleChange;
    private final Guarding guarding;
    private final PupilMoves moves;
    private final PasswordRenewal renewal;
    private final RecordReads reads;

    PersonResource(
            CurrentCaller caller,
            People people,
            RoleTerms terms,
            RoleChange roleChange,
            Guarding guarding,
            PupilMoves moves,
            PasswordRenewal renewal,
            RecordReads reads) {
        this.caller = caller;
        this.people = people;
        this.terms = terms;
        this.roleChange = roleChange;
        this.guarding = guarding;
        this.moves = moves;
        this.renewal = renewal;
        this.reads = reads;
    }

    private Caller may(Verb verb) {
        var current = caller.get();
        OrganisationPolicy.check(current, verb);
        return current;
    }

    @GET
    @Transactional
    public View get(UUID id) {
        var current = may(Verb.READ_PERSON);
        var person = people.get(id, current.schoolId());
        if (person.roles().contains(Role.STUDENT)) {
            reads.note(current, id, RecordReads.PERSON_FILE);
        }
        return new View(
                person.id(),
                person.name(),
                person.username(),
                person.roles().stream().sorted().toList(),
                terms.of(id).stream().map(RoleView::of).toList(),
                person.leftOn(),
                guarding.guardiansOf(id),
                guarding.childrenOf(id),
                moves.staysOf(id));
    }

    @PUT
    @Path("/roles/{role}")
    public View giveRole(UUID id, Role role, @NotNull @Valid RoleDays days) {
        roleChange.give(id, may(Verb.GIVE_ROLES).schoolId(), role, days.startsOn, days.endsOn);
        return get(id);
    }

    @PUT
    @Path("/guardians/{guardianId}")
    @Transactional
    public View link(UUID id, UUID guardianId, @NotNull @Valid GuardianForm form) {
        guarding.link(guardianId, id, may(Verb.LINK_GUARDIANS).schoolId(), form.relation);
        return get(id);
    }

    @DELETE
    @Path("/guardians/{guardianId}")
    @Transactional
    public View unlink(UUID id, UUID guardianId) {
        guarding.unlink(guardianId, id, may(Verb.LINK_GUARDIANS).schoolId());
        return get(id);
    }

    @POST
    @Path("/transfer")
    public View transfer(UUID id, @NotNull @Valid Transfer transfer) {
        moves.transfer(id, may(Verb.MOVE_PUPILS).schoolId(), transfer.classId, transfer.on);
        return get(id);
    }

    @POST
    @Path("/departure")
    public View depart(UUID id, @NotNull @Valid Departure departure) {
        moves.depart(id, may(Verb.MOVE_PUPILS).schoolId(), departure.on);
        return get(id);
    }

    @POST
    @Path("/first-password")
    public Renewed renewPassword(UUID id) {
        var person = people.get(id, may(Verb.LINK_GUARDIANS).schoolId());
        return new Renewed(person.username(), renewal.of(person));
    }
}
