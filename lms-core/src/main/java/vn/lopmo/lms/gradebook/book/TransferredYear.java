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
            @Nullable Integer away) {}
}
