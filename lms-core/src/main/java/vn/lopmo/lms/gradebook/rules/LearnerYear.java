package vn.lopmo.lms.gradebook.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All entries of one learner in a year, and what the circulars make of them.
///
/// @param subjects by code, in the order of the class sheet
/// @param conduct of [Scheme#CONDUCT] or [Scheme#TRAITS]
public record LearnerYear(Map<String, SubjectYear> subjects, SubjectYear conduct) {
    /// A term, the year, or the year with what was made good in the summer.
    public enum Period {
        FIRST_TERM,
        SECOND_TERM,
        YEAR,
        AFTER_SUMMER;

        public boolean isTerm() {
            return this == FIRST_TERM || this == SECOND_TERM;
        }
    }

    /// What stands at the end of the class sheet. Of what is not yet known nothing is said.
    public record Result(
            @Nullable StudyResult study,
            @Nullable Level conduct,
            @Nullable Award award,
            @Nullable PrimaryResult primary,
            @Nullable PrimaryAward primaryAward) {}

    public static LearnerYear of(Collection<SubjectRule> rules, SubjectRule conduct) {
        var subjects = new LinkedHashMap<String, SubjectYear>();
        rules.forEach(rule -> subjects.put(rule.subject(), SubjectYear.of(rule)));
        return new LearnerYear(subjects, SubjectYear.of(conduct));
    }

    public boolean isPrimary() {
        return conduct.rule().scheme() == Scheme.TRAITS;
    }

    public Map<String, Outcome> outcomes(Period period) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        boolean again = period == Period.AFTER_SUMMER && mayMakeStudyGood();
        subjects.forEach(
                (subject, year) -> outcomes.put(subject, again ? year.yearAfterSummer() : outcome(year, period)));
        return outcomes;
    }

    /// Whether subjects may be assessed again at all: in grades 6 to 12 only if study of the year is Chưa đạt (Circular
    /// 22/2021, art. 14). A subject below 5.0 changes nothing for whoever goes up with it.
    private boolean mayMakeStudyGood() {
        return isPrimary()
                || StudyResult.of(together(outcomes(Period.YEAR)))
                        .filter(study -> study.level() == Level.CHUA_DAT)
                        .isPresent();
    }

    /// Whether this subject may be assessed again in the summer.
    public boolean mayBeAssessedAgain(SubjectYear subject) {
        return subject.mayBeAssessedAgain() && mayMakeStudyGood();
    }

    /// The subject's year with what was earned in the summer, where that counts.
    public Outcome afterSummer(SubjectYear subject) {
        return mayMakeStudyGood() ? subject.yearAfterSummer() : subject.year();
    }

    private static Outcome outcome(SubjectYear year, Period period) {
        return switch (period) {
            case FIRST_TERM -> year.term(Slot.FIRST_TERM);
            case SECOND_TERM -> year.term(Slot.SECOND_TERM);
            case YEAR, AFTER_SUMMER -> year.year();
        };
    }

    public Result result(Period period) {
        return result(period, outcomes(period));
    }

    /// @param outcomes of the same period
    public Result result(Period period, Map<String, Outcome> outcomes) {
        if (isPrimary()) {
            var primary = period == Period.FIRST_TERM
                    ? Optional.<PrimaryResult>empty()
                    : PrimaryResult.of(outcomes.values(), traits(period).all());
            var award = period == Period.YEAR ? primary.flatMap(PrimaryAward::of) : Optional.<PrimaryAward>empty();
            return new Result(null, null, null, primary.orElse(null), award.orElse(null));
        }
        var study = StudyResult.of(together(outcomes));
        var behaved = conduct(period);
        var award = period == Period.YEAR
                ? behaved.flatMap(
                        conduct -> study.flatMap(result -> Award.of(conduct, result.level(), outcomes.values())))
                : Optional.<Award>empty();
        return new Result(study.orElse(null), behaved.orElse(null), award.orElse(null), null, null);
    }

    /// Parts of one subject are one subject: Chưa đạt in one part is Chưa đạt in the subject.
    private Map<String, Outcome> together(Map<String, Outcome> outcomes) {
        var together = new LinkedHashMap<String, Outcome>();
        outcomes.forEach((subject, outcome) -> {
            var year = subjects.get(subject);
            var part = year == null ? null : year.rule().part();
            together.merge(part == null ? subject : part, outcome, LearnerYear::worse);
        });
        return together;
    }

    private static Outcome worse(Outcome one, Outcome other) {
        if (one instanceof Outcome.Missing || other instanceof Outcome.Exempt || other instanceof Outcome.NotTaken) {
            return one;
        }
        boolean oneCounts = one instanceof Outcome.Judged judged && !judged.passed();
        return oneCounts && !(other instanceof Outcome.Missing) ? one : other;
    }

    private Optional<Level> conduct(Period period) {
        var first = conductOf(conduct.first());
        var second = conductOf(conduct.second());
        return switch (period) {
            case FIRST_TERM -> first;
            case SECOND_TERM -> second;
            case YEAR -> first.flatMap(one -> second.map(two -> Conduct.year(one, two)));
            case AFTER_SUMMER -> conduct(Period.YEAR).map(this::afterSummer);
        };
    }

    /// Circular 22/2021, art. 13: only conduct that is Chưa đạt is worked on in the summer, and judged again.
    private Level afterSummer(Level year) {
        return year == Level.CHUA_DAT ? conductOf(conduct.summer()).orElse(year) : year;
    }

    private static Optional<Level> conductOf(Map<Slot, String> entries) {
        return Optional.ofNullable(entries.get(Slot.RL)).flatMap(Level::of);
    }

    /// Qualities and abilities at the end of a term, or of the year, with what was judged again after the summer.
    public TraitLevels traits(Period period) {
        return switch (period) {
            case FIRST_TERM -> TraitLevels.of(conduct.rule(), conduct.first(), Trait.Moment.END);
            case SECOND_TERM, YEAR -> TraitLevels.of(conduct.rule(), conduct.second(), Trait.Moment.END);
            case AFTER_SUMMER -> TraitLevels.afterSummer(conduct);
        };
    }

    /// Half-day sessions away, with leave and without; null if nobody entered any, which is not the same as none.
    public @Nullable Integer away(Period period) {
        return switch (period) {
            case FIRST_TERM -> away(Stream.of(conduct.first()));
            case SECOND_TERM -> away(Stream.of(conduct.second()));
            case YEAR, AFTER_SUMMER -> away(Stream.of(conduct.first(), conduct.second()));
        };
    }

    private static @Nullable Integer away(Stream<Map<Slot, String>> terms) {
        return terms.flatMap(term -> Stream.of(Slot.VP, Slot.VK).flatMap(slot -> Stream.ofNullable(term.get(slot))))
                .map(Integer::valueOf)
                .reduce(Integer::sum)
                .orElse(null);
    }

    /// Whether the learner goes up.
    ///
    /// @param period the year (the summer is still to come) or after the summer
    /// @param over whether the summer is closed: what was not made good by then will not be
    public Promotion promotion(Period period, boolean over) {
        var result = result(period);
        var summer = summer(period, over);
        return isPrimary()
                ? Promotion.primary(result.primary(), away(period), summer)
                : Promotion.secondary(
                        result.conduct(),
                        result.study() == null ? null : result.study().level(),
                        away(period),
                        summer);
    }

    private Promotion.Summer summer(Period period, boolean over) {
        boolean coming = period != Period.AFTER_SUMMER;
        if (over && !coming) {
            return Promotion.Summer.OVER;
        }
        boolean again = mayMakeStudyGood();
        var open = subjects.values().stream()
                .filter(each -> again)
                .filter(coming ? SubjectYear::mayBeAssessedAgain : SubjectYear::waitsForSummer)
                .map(each -> each.rule().subject())
                .toList();
        return new Promotion.Summer(coming || conductWaits(), open);
    }

    /// Whether conduct, or what a primary class has in its place, could still be judged better.
    private boolean conductWaits() {
        if (!isPrimary()) {
            return !conduct.summer().containsKey(Slot.RL);
        }
        return traits(Period.YEAR).waitsFor(TraitLevels.of(conduct.rule(), conduct.summer(), Trait.Moment.END));
    }
}
