package vn.lopmo.lms.gradebook.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.rules.Award;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Level;
import vn.lopmo.lms.gradebook.rules.PrimaryResult;
import vn.lopmo.lms.gradebook.rules.Scheme;

/// The mark books of one year at the school that a pupil came from, as they were on the day when he was taken: what was
/// entered, and what followed from it there.
@JsonIgnoreProperties(ignoreUnknown = true)
record TransferredYear(List<Subject> subjects, List<Result> results, List<Commendation> commendations) {
    /// @param commendations null where they were not yet sent along
    TransferredYear(List<Subject> subjects, List<Result> results, @Nullable List<Commendation> commendations) {
        this.subjects = subjects;
        this.results = results;
        this.commendations = commendations == null ? List.of() : commendations;
    }

    /// @param year null while something is missing
    record Subject(
            String subject,
            Scheme scheme,
            List<TermMarks> terms,
            @Nullable OutcomeView year) {}

    /// @param term 3 is the summer
    record TermMarks(int term, List<Mark> marks, @Nullable OutcomeView outcome) {}

    record Mark(String slot, Entry entry, String value) {}

    /// @param exemplary in what he was made Học sinh Tiêu biểu
    /// @param away half-day sessions; null if nobody entered any
    record Result(
            Period period,
            @Nullable Level study,
            @Nullable Level conduct,
            @Nullable Award award,
            @Nullable PrimaryResult primary,
            @Nullable String exemplary,
            @Nullable Integer away) {
        boolean hasJudgement() {
            return study != null || conduct != null || primary != null;
        }

        boolean judgesAs(Result other) {
            return study == other.study && conduct == other.conduct && primary == other.primary;
        }
    }

    /// Those that a family reads: of the whole year and of the summer only what was judged, and of the summer only what
    /// it changed.
    List<Result> read() {
        var year = results.stream().filter(each -> each.period == Period.YEAR).findFirst();
        return results.stream()
                .filter(each -> switch (each.period) {
                    case FIRST_TERM, SECOND_TERM -> true;
                    case YEAR -> each.hasJudgement();
                    case AFTER_SUMMER ->
                        each.hasJudgement() && year.filter(each::judgesAs).isEmpty();
                })
                .toList();
    }
}
