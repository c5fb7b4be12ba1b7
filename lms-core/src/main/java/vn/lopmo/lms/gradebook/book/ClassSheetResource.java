package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Award;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Level;
import vn.lopmo.lms.gradebook.rules.PrimaryAward;
import vn.lopmo.lms.gradebook.rules.PrimaryResult;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.gradebook.rules.Trait;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;
import vn.lopmo.platform.text.VietnameseText;

/// The class sheet: every subject of every learner, conduct and result, for a term, the year, or after the summer.
@Path("/class-sheets/{classId}/{period}")
class ClassSheetResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// @param mayAward whether the reader records what people award
    /// @param yearLocked whether the head has closed all of both terms
    record Sheet(
            String className,
            int grade,
            Period period,
            boolean primary,
            boolean mayAward,
            boolean yearLocked,
            List<SubjectColumn> subjects,
            List<Row> rows) {}

    /// @param locked whether the head has closed the term
    record SubjectColumn(String subject, Scheme scheme, boolean elective, boolean locked) {}

    /// @param without the result before the lift; null if there was none
    /// @param liftedFor the one subject for which it was lifted
    /// @param away half-day sessions of the period; null if nobody entered any
    /// @param primaryAward of a primary class at the end of the year
    /// @param given what people awarded, at the end of the year
    /// @param traits qualities and abilities of a primary class at the end, each by itself
    /// @param groups the same group by group, in one word
    /// @param promotion null for a term
    record Row(
            UUID learnerId,
            String name,
            Map<String, OutcomeView> subjects,
            @Nullable Level study,
            @Nullable Level without,
            @Nullable String liftedFor,
            @Nullable Level conduct,
            @Nullable Award award,
            @Nullable PrimaryResult primary,
            @Nullable PrimaryAward primaryAward,
            List<AwardView> given,
            Map<Trait, String> traits,
            Map<Trait.Group, String> groups,
            @Nullable Integer away,
            @Nullable PromotionView promotion) {}

    private final CurrentCaller callers;
    private final MarkBooks books;
    private final Memberships memberships;
    private final Rules rules;
    private final Years years;
    private final Locks locks;
    private final GivenAwards awards;
    private final RecordReads reads;

    ClassSheetResource(
            CurrentCaller callers,
            MarkBooks books,
            Memberships memberships,
            Rules rules,
            Years years,
            Locks locks,
            GivenAwards awards,
            RecordReads reads) {
        this.callers = callers;
        this.books = books;
        this.memberships = memberships;
        this.rules = rules;
        this.years = years;
        this.locks = locks;
        this.awards = awards;
        this.reads = reads;
    }

    @GET
    @Transactional
    public Sheet get(UUID classId, String period, @Context HttpHeaders headers) {
        return noted(sheet(classId, period(period), RefusalMappers.locale(headers)), RecordReads.CLASS_SHEET);
    }

    /// The same to keep and to print.
    @GET
    @Path("/sheet.xlsx")
    @Produces(XLSX)
    @Transactional
    public Response file(UUID classId, String period) {
        var sheet = noted(sheet(classId, period(period), ClassSheetBook.LANGUAGE), RecordReads.MARKS_FILE);
        var name = "tong-hop-" + VietnameseText.fold(sheet.className()).replaceAll("[^a-z0-9]+", "-") + "-" + period;
        return Response.ok(ClassSheetBook.write(sheet))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".xlsx\"")
                .build();
    }

    private Sheet noted(Sheet sheet, String what) {
        reads.noteAll(callers.get(), sheet.rows.stream().map(Row::learnerId).toList(), what);
        return sheet;
    }

    private Sheet sheet(UUID classId, Period asked, Locale language) {
        var caller = callers.get();
        var place = books.toRead(caller, classId, SubjectRule.CONDUCT_SUBJECT, Slot.FIRST_TERM);
        var learners = memberships.learnersOf(classId);
        var ids = learners.stream().map(Person::id).toList();
        var byLearner = years.of(place.schoolClass(), ids);
        var given = asked == Period.YEAR ? awards.standing(place.yearId(), ids) : Map.<UUID, List<GivenAward>>of();
        var closed = locks.ofClass(classId);
        int term = asked == Period.FIRST_TERM ? Slot.FIRST_TERM : Slot.SECOND_TERM;
        var subjects = rules.of(caller.schoolId(), place.schoolClass().grade());
        var promotions = new Promotions(Locks.isAllLocked(closed, subjects, Slot.SUMMER), PromotionWords.in(language));
        return new Sheet(
                place.schoolClass().name(),
                place.schoolClass().grade(),
                asked,
                place.rule().scheme() == Scheme.TRAITS,
                books.may(caller, Verb.AWARD, place),
                Locks.isYearLocked(closed, subjects),
                subjects.stream()
                        .map(rule -> new SubjectColumn(
                                rule.subject(),
                                rule.scheme(),
                                rule.elective(),
                                Locks.isLocked(closed, rule.subject(), term)))
                        .toList(),
                learners.stream()
                        .map(each -> row(
                                each,
                                byLearner.get(each.id()),
                                given.getOrDefault(each.id(), List.of()),
                                asked,
                                promotions))
                        .toList());
    }

    /// @param over whether the summer is closed
    private record Promotions(boolean over, PromotionWords words) {
        PromotionView of(LearnerYear year, Period period) {
            return PromotionView.of(year.promotion(period, over), words);
        }
    }

    /// `1`, `2`, `year`, `after-summer`.
    static Period period(String text) {
        return switch (text) {
            case "1" -> Period.FIRST_TERM;
            case "2" -> Period.SECOND_TERM;
            case "year" -> Period.YEAR;
            case "after-summer" -> Period.AFTER_SUMMER;
            default -> throw new Refusal.NotFound("not-found");
        };
    }

    private static Row row(
            Person learner, @Nullable LearnerYear year, List<GivenAward> given, Period period, Promotions promotions) {
        if (year == null) {
            throw new IllegalStateException("a learner without a year");
        }
        var outcomes = year.outcomes(period);
        var result = year.result(period, outcomes);
        var study = result.study();
        var traits = year.traits(period);
        var shown = new LinkedHashMap<String, OutcomeView>();
        outcomes.forEach((subject, outcome) -> shown.put(subject, OutcomeView.of(outcome)));
        return new Row(
                learner.id(),
                learner.name(),
                shown,
                study == null ? null : study.level(),
                study == null || study.liftedFor() == null ? null : study.without(),
                study == null ? null : study.liftedFor(),
                result.conduct(),
                result.award(),
                result.primary(),
                result.primaryAward(),
                AwardView.of(given),
                traits.known(),
                traits.groups(),
                year.away(period),
                period.isTerm() ? null : promotions.of(year, period));
    }
}
