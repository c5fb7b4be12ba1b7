package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Award;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Level;
import vn.lopmo.lms.gradebook.rules.Outcome;
import vn.lopmo.lms.gradebook.rules.PrimaryAward;
import vn.lopmo.lms.gradebook.rules.PrimaryResult;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.gradebook.rules.Trait;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.platform.refusal.Refusal;

/// What a learner and his guardians see: his own marks of released columns and locked terms. Averages only where all
/// that they are made of is seen; never a rank, never an average of others (school charter 2026, art. 22.2).
@ApplicationScoped
class LearnerMarks {
    private final Years years;
    private final Rules rules;
    private final Releases releases;
    private final Locks locks;
    private final GivenAwards awards;
    private final SchoolYears schoolYears;
    private final Memberships memberships;

    LearnerMarks(
            Years years,
            Rules rules,
            Releases releases,
            Locks locks,
            GivenAwards awards,
            SchoolYears schoolYears,
            Memberships memberships) {
        this.years = years;
        this.rules = rules;
        this.releases = releases;
        this.locks = locks;
        this.awards = awards;
        this.schoolYears = schoolYears;
        this.memberships = memberships;
    }

    /// @param commendations of the year; they are seen at once
    record Book(
            String className,
            int grade,
            String year,
            List<SubjectMarks> subjects,
            List<PeriodResult> results,
            List<Commendation> commendations) {}

    record SubjectMarks(
            String subject,
            Scheme scheme,
            List<TermMarks> terms,
            @Nullable OutcomeView year) {}

    /// @param outcome null as long as not all of it is released
    /// @param traits groups of qualities and abilities of which all is released
    record TermMarks(
            int term,
            List<Mark> marks,
            List<String> remarks,
            @Nullable OutcomeView outcome,
            List<TraitView> traits) {}

    /// @param group of a quality or an ability
    record Mark(String slot, Entry entry, String value, Trait.@Nullable Group group) {}

    /// Of a period that is locked in all subjects.
    ///
    /// @param primaryAward only what the result gives by itself, not what is still to be considered
    /// @param exemplary in what he was made Học sinh Tiêu biểu, while the result is the one for it
    /// @param away half-day sessions; null if nobody entered any
    /// @param promotion null for a term
    record PeriodResult(
            Period period,
            @Nullable Level study,
            @Nullable Level conduct,
            @Nullable Award award,
            @Nullable PrimaryResult primary,
            @Nullable PrimaryAward primaryAward,
            @Nullable String exemplary,
            @Nullable Integer away,
            @Nullable PromotionView promotion) {}

    /// In the class that he is in.
    Book ofLearner(UUID learnerId, Locale language) {
        return memberships.rolesOf(learnerId).stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .findFirst()
                .map(in -> of(in.schoolClass(), learnerId, PromotionWords.in(language)))
                .orElseThrow(() -> new Refusal.NotFound("class-not-found"));
    }

    private Book of(SchoolClass schoolClass, UUID learnerId, PromotionWords words) {
        var year = years.of(schoolClass, List.of(learnerId)).get(learnerId);
        if (year == null) {
            throw new IllegalStateException("a learner without a year");
        }
        var sight = new Sight(locks.ofClass(schoolClass.id()), shown(schoolClass.id()));
        var given =
                awards.standing(schoolClass.schoolYearId(), List.of(learnerId)).getOrDefault(learnerId, List.of());
        var subjects = new ArrayList<SubjectMarks>();
        year.subjects().values().forEach(subject -> subjects.add(subject(year, subject, sight)));
        subjects.add(subject(year, year.conduct(), sight));
        return new Book(
                schoolClass.name(),
                schoolClass.grade(),
                schoolYears.get(schoolClass.schoolYearId()).name(),
                subjects.stream().filter(each -> !each.terms.isEmpty()).toList(),
                results(year, rules.of(schoolClass.schoolId(), schoolClass.grade()), sight, given, words),
                Commendation.of(given));
    }

    private Set<Releases.Released> shown(UUID classId) {
        return new HashSet<>(releases.ofClass(classId));
    }

    /// What of a class learners may see.
    private record Sight(List<Locks.Lock> history, Set<Releases.Released> released) {
        boolean isLocked(String subject, int term) {
            return Locks.isLocked(history, subject, term);
        }

        boolean sees(String subject, int term, Slot slot) {
            return isLocked(subject, term) || released.contains(new Releases.Released(subject, term, slot));
        }

        boolean seesTerm(List<SubjectRule> subjects, int term) {
            return Locks.isAllLocked(history, subjects, term);
        }

        /// Whether everything that the outcome is made of is seen.
        boolean seesAll(SubjectYear year, int term) {
            return isLocked(year.rule().subject(), term)
                    || year.entries(term).keySet().stream()
                            .filter(slot -> !isText(slot))
                            .allMatch(slot -> sees(year.rule().subject(), term, slot));
        }

        private static boolean isText(Slot slot) {
            return slot == Slot.NX || slot == Slot.NXGK || slot == Slot.NXCK;
        }
    }

    private static SubjectMarks subject(LearnerYear whole, SubjectYear year, Sight sight) {
        var terms = new ArrayList<TermMarks>();
        for (int term = Slot.FIRST_TERM; term <= Slot.SUMMER; term++) {
            var marks = term(year, term, sight);
            if (!marks.marks.isEmpty() || !marks.remarks.isEmpty()) {
                terms.add(marks);
            }
        }
        boolean all = sight.seesAll(year, Slot.FIRST_TERM)
                && sight.seesAll(year, Slot.SECOND_TERM)
                && sight.seesAll(year, Slot.SUMMER);
        return new SubjectMarks(
                year.rule().subject(), year.rule().scheme(), terms, all ? known(whole.afterSummer(year)) : null);
    }

    private static TermMarks term(SubjectYear year, int term, Sight sight) {
        var seen = new EnumMap<Slot, String>(Slot.class);
        year.entries(term).forEach((slot, value) -> {
            if (sight.sees(year.rule().subject(), term, slot)) {
                seen.put(slot, value);
            }
        });
        var marks = new ArrayList<Mark>();
        var remarks = new ArrayList<String>();
        for (Map.Entry<Slot, String> each : seen.entrySet()) {
            var entry = year.rule()
                    .column(term, each.getKey())
                    .map(SubjectRule.Column::entry)
                    .orElse(Entry.TEXT);
            if (entry == Entry.TEXT) {
                remarks.add(each.getValue());
            } else {
                var group = Trait.at(each.getKey()).map(Trait::group).orElse(null);
                marks.add(new Mark(each.getKey().code(), entry, each.getValue(), group));
            }
        }
        boolean whole = term != Slot.SUMMER && sight.seesAll(year, term);
        return new TermMarks(term, marks, remarks, whole ? known(year.term(term)) : null, traits(year, term, seen));
    }

    /// A group in one word where that says no more than what is seen of it.
    private static List<TraitView> traits(SubjectYear year, int term, Map<Slot, String> seen) {
        var told = TraitView.of(year.rule(), year.entries(term));
        return TraitView.of(year.rule(), seen).stream().filter(told::contains).toList();
    }

    /// Of what is missing nothing is said.
    private static @Nullable OutcomeView known(Outcome outcome) {
        return outcome instanceof Outcome.Missing || outcome instanceof Outcome.NotTaken
                ? null
                : OutcomeView.of(outcome);
    }

    private static List<PeriodResult> results(
            LearnerYear year, List<SubjectRule> subjects, Sight sight, List<GivenAward> given, PromotionWords words) {
        var results = new ArrayList<PeriodResult>();
        boolean first = sight.seesTerm(subjects, Slot.FIRST_TERM);
        boolean second = sight.seesTerm(subjects, Slot.SECOND_TERM);
        if (first) {
            results.add(result(year, Period.FIRST_TERM, given, words));
        }
        if (second) {
            results.add(result(year, Period.SECOND_TERM, given, words));
        }
        if (first && second) {
            results.add(result(year, Period.YEAR, given, words));
        }
        if (first && second && sight.seesTerm(subjects, Slot.SUMMER)) {
            results.add(result(year, Period.AFTER_SUMMER, given, words));
        }
        return results;
    }

    private static PeriodResult result(LearnerYear year, Period period, List<GivenAward> given, PromotionWords words) {
        var result = year.result(period);
        var study = result.study();
        return new PeriodResult(
                period,
                study == null ? null : study.level(),
                result.conduct(),
                result.award(),
                result.primary(),
                result.primaryAward() == PrimaryAward.XUAT_SAC ? PrimaryAward.XUAT_SAC : null,
                GivenAward.exemplary(given, result),
                year.away(period),
                period.isTerm() ? null : PromotionView.of(year.promotion(period, true), words));
    }
}
