package vn.lopmo.assessment.analysis.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How many of each third took an option.
///
/// @param rest correlation of taking it with the total of the other items; null without spread
public record OptionFigures(int top, int middle, int bottom, @Nullable Double rest) {
    public int total() {
        return top + middle + bottom;
    }

    /// @param chosen what each learner took, in the table's order; null for a blank
    /// @param options in the order of the answer; null counts the blanks
    public static List<OptionFigures> of(
            MarkTable table, int item, List<? extends @Nullable String> chosen, List<? extends @Nullable String> options) {
        var thirds = Thirds.of(table.totals());
        var rests = table.rests(item);
        var figures = new ArrayList<OptionFigures>();
        for (var option : options) {
            var taken = chosen.stream()
                    .mapToDouble(one -> Objects.equals(one, option) ? 1 : 0)
                    .toArray();
            figures.add(new OptionFigures(
                    count(taken, thirds, Thirds.Third.TOP),
                    count(taken, thirds, Thirds.Third.MIDDLE),
                    count(taken, thirds, Thirds.Third.BOTTOM),
                    Sample.correlation(taken, rests)));
        }
        return figures;
    }

    private static int count(double[] taken, Thirds thirds, Thirds.Third third) {
        int count = 0;
        for (int learner = 0; learner < taken.length; learner++) {
            if (taken[learner] == 1 && thirds.of(learner) == third) {
                count++;
            }
        }
        return count;
    }
}
