package vn.lopmo.assessment.analysis;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.classical.Bin;
import vn.lopmo.assessment.analysis.classical.PaperFigures;
import vn.lopmo.assessment.bank.ItemCalibration;
import vn.lopmo.assessment.item.Form;

/// What is shown to teachers of an assignment. All shares are from 0 to 1; marks are in points of the paper. No learner
/// is named.
///
/// @param paper null while there is no sitting to analyse
/// @param maxMark of the questions that are analysed
public record Analysis(
        UUID assignmentId,
        String title,
        int learners,
        int questions,
        double maxMark,
        @Nullable Paper paper,
        List<Item> items,
        Map<String, List<Groups.Group>> groups,
        List<Groups.Weak> weak,
        List<Edition> comparison,
        List<Note> notes) {

    /// @param errorRatio share
    public record Paper(
            double mean,
            double median,
            double sd,
            @Nullable Double skewness,
            @Nullable Double kurtosis,
            double min,
            double max,
            @Nullable Double kr20,
            @Nullable Double alpha,
            @Nullable Double sem,
            @Nullable Double errorRatio,
            List<Bin> histogram) {
        static Paper of(PaperFigures paper, List<Bin> histogram) {
            return new Paper(
                    paper.mean(),
                    paper.median(),
                    paper.sd(),
                    paper.skewness(),
                    paper.kurtosis(),
                    paper.min(),
                    paper.max(),
                    paper.kr20(),
                    paper.alpha(),
                    paper.sem(),
                    paper.errorRatio(),
                    histogram);
        }
    }

    /// @param number in the paper as it was written, not as a learner saw it
    /// @param guess what somebody gets who knows nothing
    /// @param options null for an essay
    public record Item(
            UUID slot,
            int number,
            UUID itemId,
            int version,
            String text,
            Form form,
            int n,
            double maxMark,
            double facility,
            double sd,
            double guess,
            double intendedWeight,
            @Nullable Double effectiveWeight,
            @Nullable Double discriminationIndex,
            @Nullable Double itemRest,
            @Nullable Double discriminativeEfficiency,
            @Nullable Double medianSeconds,
            @Nullable List<Option> options,
            List<Note> flags,
            @Nullable ItemCalibration calibration) {}

    /// An option, a statement, or an answer that was typed, by thirds of the total.
    ///
    /// @param id empty for the blanks
    /// @param rest correlation of taking it with the total of the other questions
    public record Option(
            String id,
            String label,
            String text,
            boolean key,
            int top,
            int middle,
            int bottom,
            int total,
            @Nullable Double rest) {
        static Option of(Choice one) {
            var figures = one.figures();
            return new Option(
                    one.id(),
                    one.id().length() > LABEL ? "" : one.id(),
                    one.text(),
                    one.isKey(),
                    figures.top(),
                    figures.middle(),
                    figures.bottom(),
                    figures.total(),
                    figures.rest());
        }

        private static final int LABEL = 4;
    }

    /// A flag in words.
    public record Note(Flag.Code code, Flag.Severity severity, String text) {
        static Note of(Flag flag, Words words) {
            return new Note(flag.code(), flag.severity(), words.of(flag));
        }
    }

    /// The same paper given at another time or to others; this one comes first.
    ///
    /// @param common how many questions both have
    /// @param difference mean facility of these here less there
    /// @param drifted common questions that have become easier or harder than the others did
    public record Edition(
            UUID assignmentId,
            String title,
            int paperVersion,
            int learners,
            double maxMark,
            double mean,
            double sd,
            @Nullable Double alpha,
            int common,
            @Nullable Double difference,
            List<Drift> drifted) {}

    public record Drift(int number, double here, double there) {}
}
