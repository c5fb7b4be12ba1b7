package vn.lopmo.lms.organisation.rollover;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.OrganisationPolicy;
import vn.lopmo.lms.organisation.OrganisationPolicy.Verb;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// The change into the next school year (chuyển năm học).
@Path("/rollovers")
class RolloverResource {
    record Opening(@NotNull UUID fromYearId) {}

    record Deciding(
            @NotEmpty @Size(max = 2000) List<@NotNull UUID> personIds,
            @NotNull Move.Decision decision,
            @Size(max = 20) @Nullable String toName,
            @Size(max = 500) @Nullable String reason) {}

    record Brief(
            UUID id,
            Rollover.State state,
            String fromYear,
            String toYear,
            Instant madeAt,
            @Nullable Instant appliedAt) {}

    /// @param why the sentences that the proposal rests on
    /// @param reason why it was decided otherwise; null if it is as proposed
    record MoveView(
            UUID personId,
            String name,
            Move.Decision decision,
            @Nullable String toName,
            YearResults.Standing standing,
            List<String> why,
            Move.Decision proposed,
            @Nullable String reason) {
        static MoveView of(Move move, String name) {
            var to = move.to();
            var proposal = move.proposal();
            var overruling = move.overruling();
            return new MoveView(
                    move.personId(),
                    name,
                    move.decision(),
                    to == null ? null : to.name(),
                    proposal.result().standing(),
                    proposal.result().why().lines().toList(),
                    proposal.decision(),
                    overruling == null ? null : overruling.reason());
        }
    }

    record ClassView(UUID id, String name, int grade, List<MoveView> pupils) {}

    /// @param standings how many have which result
    record View(
            Brief rollover,
            List<ClassView> classes,
            Map<Move.Decision, Long> counts,
            Map<YearResults.Standing, Long> standings) {}

    private final CurrentCaller caller;
    private final Rollovers rollovers;
    private final Moves moves;
    private final Proposals proposals;
    private final YearChange change;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final People people;
    private final Clock clock;

    RolloverResource(
            CurrentCaller caller,
            Rollovers rollovers,
            Moves moves,
            Proposals proposals,
            YearChange change,
            SchoolYears years,
            SchoolClasses classes,
            People people,
            Clock clock) {
        this.caller = caller;
        this.rollovers = rollovers;
        this.moves = moves;
        this.proposals = proposals;
        this.change = change;
        this.years = years;
        this.classes = classes;
        this.people = people;
        this.clock = clock;
    }

    private Caller admin() {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.ROLL_OVER);
        return current;
    }

    private Rollover own(UUID id) {
        return rollovers.get(id, admin().schoolId());
    }

    @GET
    @Transactional
    public List<Brief> list() {
        return rollovers.of(admin().schoolId()).stream().map(this::brief).toList();
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public View propose(@NotNull @Valid Opening opening) {
        return get(proposals.open(admin(), opening.fromYearId));
    }

    /// Reads the results of the year again, after marks were entered or the summer is over.
    @POST
    @Path("/{id}/proposals")
    @Transactional
    public View proposeAgain(UUID id) {
        proposals.renew(own(id));
        return get(id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View get(UUID id) {
        var rollover = own(id);
        var all = moves.of(id);
        var named =
                people.ofIds(all.stream().map(Move::personId).collect(Collectors.toSet()), rollover.schoolId()).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        var byClass = all.stream().collect(Collectors.groupingBy(Move::fromClassId));
        var listed = classes.of(rollover.fromYearId()).stream()
                .filter(each -> byClass.containsKey(each.id()))
                .sorted(SchoolClass.inOrder())
                .map(each -> view(each, byClass.getOrDefault(each.id(), List.of()), named))
                .toList();
        var counts = all.stream().collect(Collectors.groupingBy(Move::decision, Collectors.counting()));
        var standings = all.stream()
                .collect(Collectors.groupingBy(move -> move.proposal().result().standing(), Collectors.counting()));
        return new View(brief(rollover), listed, counts, standings);
    }

    private static ClassView view(SchoolClass of, List<Move> some, Map<UUID, Person> named) {
        var pupils = some.stream()
                .map(move -> MoveView.of(move, name(named.get(move.personId()))))
                .sorted(Comparator.comparing(MoveView::name, VietnameseText.byGivenName()))
                .toList();
        return new ClassView(of.id(), of.name(), of.grade(), pupils);
    }

    private static String name(@Nullable Person person) {
        return person == null ? "" : person.name();
    }

    @PUT
    @Path("/{id}/moves")
    @Transactional
    public View decide(UUID id, @NotNull @Valid Deciding deciding) {
        var rollover = own(id);
        var name = tidied(deciding.toName);
        var overruling = new Move.Overruling(caller.get().id(), clock.instant(), tidied(deciding.reason));
        proposals.decide(rollover, deciding.personIds, deciding.decision, name.isEmpty() ? null : name, overruling);
        return get(id);
    }

    private static String tidied(@Nullable String text) {
        return text == null ? "" : VietnameseText.tidy(text);
    }

    @POST
    @Path("/{id}/apply")
    @Transactional
    public View apply(UUID id) {
        var rollover = own(id);
        proposals.checkStill(rollover);
        change.apply(rollover);
        return get(id);
    }

    @POST
    @Path("/{id}/undo")
    @Transactional
    public View undo(UUID id) {
        change.undo(own(id));
        return get(id);
    }

    @POST
    @Path("/{id}/confirm")
    @Transactional
    public View confirm(UUID id) {
        change.confirm(own(id));
        return get(id);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void throwAway(UUID id) {
        var draft = own(id);
        draft.checkIs(Rollover.State.DRAFT);
        moves.forget(id);
        rollovers.delete(draft);
    }

    private Brief brief(Rollover rollover) {
        return new Brief(
                rollover.id(),
                rollover.state(),
                years.get(rollover.fromYearId()).name(),
                years.get(rollover.toYearId()).name(),
                rollover.madeAt(),
                rollover.appliedAt());
    }
}
