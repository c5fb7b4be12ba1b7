package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.OrganisationPolicy.Verb;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// The school years with their terms and classes.
@Path("/school-years")
class SchoolYearResource {
    record TermView(
            @Min(1) @Max(2) int number,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn) {
        static TermView of(Term term) {
            return new TermView(term.number(), term.startsOn(), term.endsOn());
        }
    }

    record TermDays(@NotNull @Size(min = 2, max = 2) List<@Valid @NotNull TermView> terms) {}

    record View(UUID id, String name, LocalDate startsOn, LocalDate endsOn, boolean current, List<TermView> terms) {}

    record PersonName(UUID id, String name) {}

    record ClassLine(
            UUID id,
            String name,
            int grade,
            long students,
            @Nullable PersonName homeroomTeacher) {}

    private final CurrentCaller caller;
    private final SchoolYears years;
    private final Terms terms;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final People people;
    private final Clock clock;

    SchoolYearResource(
            CurrentCaller caller,
            SchoolYears years,
            Terms terms,
            SchoolClasses classes,
            Memberships memberships,
            People people,
            Clock clock) {
        this.caller = caller;
        this.years = years;
        this.terms = terms;
        this.classes = classes;
        this.memberships = memberships;
        this.people = people;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<View> list() {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.READ_YEARS);
        var now = years.currentOrOpen(current.schoolId(), clock.instant());
        return years.of(current.schoolId()).stream()
                .map(year -> view(year, now.id()))
                .toList();
    }

    @PUT
    @Path("/{id}/terms")
    @Transactional
    public View setTerms(UUID id, @NotNull @Valid TermDays days) {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.SET_TERMS);
        var year = years.get(id, current.schoolId());
        var wanted = days.terms.stream()
                .sorted(Comparator.comparingInt(TermView::number))
                .toList();
        if (wanted.get(0).number != 1
                || wanted.get(1).number != 2
                || !wanted.get(1).startsOn.isAfter(wanted.get(0).endsOn)) {
            throw new Refusal.Invalid("term-days-wrong");
        }
        for (var each : terms.of(id)) {
            var day = wanted.get(each.number() - 1);
            each.last(day.startsOn, day.endsOn);
        }
        return view(
                year, years.currentOrOpen(current.schoolId(), clock.instant()).id());
    }

    @GET
    @Path("/{id}/classes")
    @Transactional
    public List<ClassLine> classes(UUID id) {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.READ_YEARS);
        var year = years.get(id, current.schoolId());
        var listed = classes.of(year.id());
        var sizes =
                memberships.studentsByClass(listed.stream().map(SchoolClass::id).toList());
        var named = named(listed, current.schoolId());
        return listed.stream()
                .map(each -> new ClassLine(
                        each.id(),
                        each.name(),
                        each.grade(),
                        sizes.getOrDefault(each.id(), 0L),
                        each.homeroomTeacherId() == null ? null : named.get(each.homeroomTeacherId())))
                .toList();
    }

    private Map<UUID, PersonName> named(Collection<SchoolClass> listed, UUID schoolId) {
        var ids = listed.stream()
                .map(SchoolClass::homeroomTeacherId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return people.ofIds(ids, schoolId).stream()
                .map(person -> new PersonName(person.id(), person.name()))
                .collect(Collectors.toMap(PersonName::id, Function.identity()));
    }

    private View view(SchoolYear year, UUID now) {
        var both = terms.of(year.id()).stream().map(TermView::of).toList();
        return new View(
                year.id(),
                year.name(),
                year.startsOn(),
                year.endsOn(),
                year.id().equals(now),
                both);
    }
}
