package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.GivenAward.AwardKind;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// What a pupil of a class was awarded by people in this year, with what was taken back.
@Path("/class-awards/{classId}/{learnerId}")
class AwardResource {
    /// @param day null for today; of no meaning for an exemplary pupil
    record NewAward(
            @NotNull AwardKind kind,
            @NotBlank @Size(max = GivenAward.LONGEST_REASON) String reason,
            @Nullable LocalDate day) {}

    record AwardLine(
            UUID id,
            AwardKind kind,
            String reason,
            LocalDate day,
            Instant at,
            String by,
            @Nullable Instant takenBackAt,
            @Nullable String takenBackBy) {}

    private final CurrentCaller callers;
    private final MarkBooks books;
    private final Memberships memberships;
    private final GivenAwards awards;
    private final Awarding awarding;
    private final MarkBookViews views;
    private final RecordReads reads;
    private final Clock clock;

    AwardResource(
            CurrentCaller callers,
            MarkBooks books,
            Memberships memberships,
            GivenAwards awards,
            Awarding awarding,
            MarkBookViews views,
            RecordReads reads,
            Clock clock) {
        this.callers = callers;
        this.books = books;
        this.memberships = memberships;
        this.awards = awards;
        this.awarding = awarding;
        this.views = views;
        this.reads = reads;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<AwardLine> get(UUID classId, UUID learnerId) {
        var caller = callers.get();
        var lines = lines(caller, open(caller, Verb.READ, classId, learnerId), learnerId);
        reads.note(caller, learnerId, RecordReads.CLASS_SHEET);
        return lines;
    }

    @POST
    @Transactional
    public List<AwardLine> give(UUID classId, UUID learnerId, @NotNull @Valid NewAward award) {
        var caller = callers.get();
        var room = open(caller, Verb.AWARD, classId, learnerId);
        var reason = VietnameseText.tidy(award.reason);
        awarding.give(room, learnerId, award.kind, reason, award.day, caller.id(), clock.instant());
        return lines(caller, room, learnerId);
    }

    @DELETE
    @Path("/{award}")
    @Transactional
    public List<AwardLine> takeBack(UUID classId, UUID learnerId, UUID award) {
        var caller = callers.get();
        var room = open(caller, Verb.AWARD, classId, learnerId);
        awarding.takeBack(room, learnerId, award, caller.id(), clock.instant());
        return lines(caller, room, learnerId);
    }

    private SchoolClass open(Caller caller, Verb verb, UUID classId, UUID learnerId) {
        var room = books.open(caller, verb, classId, SubjectRule.CONDUCT_SUBJECT, Slot.FIRST_TERM)
                .schoolClass();
        if (!memberships.learnsIn(learnerId, classId)) {
            throw new Refusal.NotFound("person-not-found");
        }
        return room;
    }

    private List<AwardLine> lines(Caller caller, SchoolClass room, UUID learnerId) {
        var history = awards.history(room.schoolYearId(), learnerId);
        var people = history.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.by()), Stream.ofNullable(each.takenBackBy())))
                .collect(Collectors.toSet());
        var names = views.namesOf(people, caller.schoolId());
        return history.stream()
                .map(each -> new AwardLine(
                        each.id(),
                        each.kind(),
                        each.reason(),
                        each.day(),
                        each.at(),
                        names.getOrDefault(each.by(), ""),
                        each.takenBackAt(),
                        each.takenBackBy() == null ? null : names.getOrDefault(each.takenBackBy(), "")))
                .toList();
    }
}
