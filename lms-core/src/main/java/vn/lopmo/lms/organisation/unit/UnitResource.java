package vn.lopmo.lms.organisation.unit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
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
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// Departments, communes and schools of this install, and their officers.
@Path("/units")
class UnitResource {
    record UnitForm(
            @NotNull Unit.Kind kind,
            @NotBlank @Size(max = 150) String name,
            @Nullable UUID parentId,
            @Nullable @Size(max = 30) String code) {}

    /// @param name not read of a school: that is the school's own
    /// @param code null leaves it as it is, nothing takes it away; not read of a school
    record Change(
            @NotBlank @Size(max = 150) String name,
            @Nullable UUID parentId,
            @Nullable @Size(max = 30) String code) {}

    record Naming(
            @NotNull UUID personId,
            @NotNull LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record Days(@NotNull LocalDate startsOn, @Nullable LocalDate endsOn) {}

    /// @param candidates everybody of the install who has the role of an officer
    record View(List<Unit> units, List<UnitOfficers.Line> officers, List<UnitOfficers.Candidate> candidates) {}

    private final CurrentCaller callers;
    private final Schools schools;
    private final Units units;
    private final UnitOfficers officers;
    private final SchoolOpening opening;
    private final Clock clock;

    UnitResource(
            CurrentCaller callers,
            Schools schools,
            Units units,
            UnitOfficers officers,
            SchoolOpening opening,
            Clock clock) {
        this.callers = callers;
        this.schools = schools;
        this.units = units;
        this.officers = officers;
        this.opening = opening;
        this.clock = clock;
    }

    private Caller admin() {
        var caller = callers.get();
        UnitPolicy.check(caller, schools.first().id());
        return caller;
    }

    private View view() {
        return new View(units.all(), officers.all(), officers.candidates());
    }

    @GET
    @Transactional
    public View all() {
        admin();
        return view();
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public View open(@NotNull @Valid UnitForm form) {
        admin();
        if (form.kind == Unit.Kind.SCHOOL) {
            throw new Refusal.Invalid("unit-not-there");
        }
        units.open(form.kind, VietnameseText.tidy(form.name), form.parentId, codeIn(form.code), clock.instant());
        return view();
    }

    /// One more school, with its administrator.
    @POST
    @Path("/schools")
    @ResponseStatus(201)
    public SchoolOpening.Opened openSchool(@NotNull @Valid SchoolOpening.Form form) {
        admin();
        return opening.open(form);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public View change(UUID id, @NotNull @Valid Change change) {
        admin();
        var unit = units.get(id);
        var code = change.code == null ? unit.code() : codeIn(change.code);
        units.change(unit, VietnameseText.tidy(change.name), change.parentId, code);
        return view();
    }

    private static @Nullable String codeIn(@Nullable String typed) {
        var code = typed == null ? "" : VietnameseText.tidy(typed);
        return code.isEmpty() ? null : code;
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public View remove(UUID id) {
        admin();
        units.remove(units.get(id));
        return view();
    }

    @POST
    @Path("/{id}/officers")
    @ResponseStatus(201)
    @Transactional
    public View name(UUID id, @NotNull @Valid Naming naming) {
        var by = admin().id();
        officers.name(units.get(id).id(), naming.personId, naming.startsOn, naming.endsOn, by, clock.instant());
        return view();
    }

    @PUT
    @Path("/{id}/officers/{officer}")
    @Transactional
    public View last(UUID id, UUID officer, @NotNull @Valid Days days) {
        admin();
        officers.last(id, officer, days.startsOn, days.endsOn);
        return view();
    }

    /// Takes back what was a mistake; whose time is over gets a last day.
    @DELETE
    @Path("/{id}/officers/{officer}")
    @Transactional
    public View remove(UUID id, UUID officer) {
        admin();
        officers.remove(id, officer);
        return view();
    }
}
