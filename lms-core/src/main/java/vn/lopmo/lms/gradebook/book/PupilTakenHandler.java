package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.TransferredYear.Mark;
import vn.lopmo.lms.gradebook.book.TransferredYear.Result;
import vn.lopmo.lms.gradebook.book.TransferredYear.Subject;
import vn.lopmo.lms.gradebook.book.TransferredYear.TermMarks;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Outcome;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.organisation.PupilTaken;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.sql.Rows;

/// Sends mark books along with a pupil whom another school has taken: of his last two school years that have
/// entries, so that one who goes in the summer brings the year that is over. The books themselves stay where they are.
@ApplicationScoped
class PupilTakenHandler {
    private static final int YEARS = 2;

    private final TransferredYears transferred;
    private final Years years;
    private final GivenAwards awards;
    private final SchoolClasses classes;
    private final SchoolYears schoolYears;
    private final Schools schools;
    private final Rows rows;

    PupilTakenHandler(
            TransferredYears transferred,
            Years years,
            GivenAwards awards,
            SchoolClasses classes,
            SchoolYears schoolYears,
            Schools schools,
            Rows rows) {
        this.transferred = transferred;
        this.years = years;
        this.awards = awards;
        this.classes = classes;
        this.schoolYears = schoolYears;
        this.schools = schools;
        this.rows = rows;
    }

    void taken(@Observes PupilTaken event) {
        transferred.passOn(event.school(), event.before(), event.pupil());
        for (var room : lastClasses(event.before(), event.fromSchool())) {
            var content = content(room, event.before());
            if (!content.subjects().isEmpty()) {
                transferred.keep(
                        event.school(),
                        event.pupil(),
                        schools.get(event.fromSchool()),
                        schoolYears.get(room.schoolYearId()).name(),
                        room,
                        content,
                        event.at());
            }
        }
    }

    /// Of each of the last years in which anything was entered of him, the class that he was in last.
    private List<SchoolClass> lastClasses(UUID learner, UUID school) {
        return rows.list("""
                        select distinct on (y.starts_on) c.id from membership m
                        join school_class c on c.id = m.class_id join school_year y on y.id = c.school_year_id
                        where m.person_id = ? and m.school_id = ? and m.role = 'STUDENT'
                          and exists (select 1 from mark_cell k where k.learner_id = m.person_id
                                        and k.school_year_id = y.id and k.value <> '')
                        order by y.starts_on desc, m.started_at desc, m.id desc limit ?""", row -> row.uuid(1), learner, school, YEARS).stream()
                .map(classes::findById)
                .toList();
    }

    private TransferredYear content(SchoolClass room, UUID learner) {
        var year = years.of(room, List.of(learner)).get(learner);
        if (year == null) {
            throw new IllegalStateException("a learner without a year");
        }
        var subjects = Stream.concat(year.subjects().values().stream(), Stream.of(year.conduct()))
                .map(each -> subject(year, each))
                .filter(each -> !each.terms().isEmpty())
                .toList();
        var given = awards.standing(room.schoolYearId(), List.of(learner)).getOrDefault(learner, List.of());
        return new TransferredYear(subjects, results(year, given), Commendation.of(given));
    }

    private static Subject subject(LearnerYear whole, SubjectYear year) {
        var terms = new ArrayList<TermMarks>();
        for (int term = Slot.FIRST_TERM; term <= Slot.SUMMER; term++) {
            var marks = marks(year, term);
            if (!marks.isEmpty()) {
                terms.add(new TermMarks(term, marks, term == Slot.SUMMER ? null : known(year.term(term))));
            }
        }
        return new Subject(year.rule().subject(), year.rule().scheme(), terms, known(whole.afterSummer(year)));
    }

    private static List<Mark> marks(SubjectYear year, int term) {
        return year.entries(term).entrySet().stream()
                .map(each -> new Mark(each.getKey().code(), entry(year, term, each.getKey()), each.getValue()))
                .toList();
    }

    private static Entry entry(SubjectYear year, int term, Slot slot) {
        return year.rule().column(term, slot).map(SubjectRule.Column::entry).orElse(Entry.TEXT);
    }

    private static @Nullable OutcomeView known(Outcome outcome) {
        return outcome instanceof Outcome.Missing || outcome instanceof Outcome.NotTaken
                ? null
                : OutcomeView.of(outcome);
    }

    /// Periods of which something is known.
    private static List<Result> results(LearnerYear year, List<GivenAward> given) {
        return Stream.of(Period.values())
                .map(period -> result(year, given, period))
                .filter(each ->
                        each.study() != null || each.conduct() != null || each.primary() != null || each.away() != null)
                .toList();
    }

    private static Result result(LearnerYear year, List<GivenAward> given, Period period) {
        var result = year.result(period);
        var study = result.study();
        return new Result(
                period,
                study == null ? null : study.level(),
                result.conduct(),
                result.award(),
                result.primary(),
                GivenAward.exemplary(given, result),
                year.away(period));
    }
}
