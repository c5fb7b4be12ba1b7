package vn.lopmo.assessment.analysis.classical;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An item's figures. All are shares (1 is 100 %), so that Moodle's percentages are these times 100.
///
/// Formulas: Moodle docs, "Quiz statistics calculations", section Position statistics.
///
/// @param facility mean mark of what it is worth
/// @param sd of the mark, as a share of what it is worth
/// @param intendedWeight what it is worth of the whole paper
/// @param effectiveWeight the part that it has in the spread of totals; null if it works against the total
/// @param discriminationIndex mean share of the top third less that of the bottom third (Ebel & Frisbie 1991, ch. 13);
///     null if one of them is empty or the item has no spread
/// @param itemRest correlation with the total of the other items, which Moodle calls discrimination index; for items
///     that are right or wrong the point-biserial with the item removed. Null without spread
/// @param discriminativeEfficiency its covariance with the rest, of the largest that the same marks allow
public record ItemFigures(
        double facility,
        double sd,
        double intendedWeight,
        @Nullable Double effectiveWeight,
        @Nullable Double discriminationIndex,
        @Nullable Double itemRest,
        @Nullable Double discriminativeEfficiency,
        Spread spread) {

    /// What the figures are made of, in marks squared.
    ///
    /// @param rest of the totals without the item
    /// @param covarianceMax if the best on the rest had the best marks here, and so on down
    public record Spread(double mark, double rest, double covariance, double covarianceMax) {
        static Spread of(double[] marks, double[] rests) {
            return new Spread(
                    Sample.variance(marks),
                    Sample.variance(rests),
                    Sample.covariance(marks, rests),
                    Sample.covariance(Sample.sorted(marks), Sample.sorted(rests)));
        }

        private boolean isFlat() {
            return mark < Sample.NO_SPREAD || rest < Sample.NO_SPREAD;
        }

        private @Nullable Double correlation() {
            return isFlat() ? null : Double.valueOf(covariance / Math.sqrt(mark * rest));
        }

        private @Nullable Double efficiency() {
            return isFlat() || covarianceMax < Sample.NO_SPREAD ? null : Double.valueOf(covariance / covarianceMax);
        }

        /// The item is a part of the total: its covariance with the whole is that with the rest and with itself.
        private double covarianceWithTotal() {
            return covariance + mark;
        }
    }

    /// In the table's order.
    public static List<ItemFigures> of(MarkTable table) {
        var thirds = Thirds.of(table.totals());
        var spreads = IntStream.range(0, table.items())
                .mapToObj(item -> Spread.of(table.column(item), table.rests(item)))
                .toList();
        double roots = spreads.stream()
                .mapToDouble(one -> Math.sqrt(Math.max(0, one.covarianceWithTotal())))
                .sum();
        return IntStream.range(0, table.items())
                .mapToObj(item -> of(table, item, thirds, spreads.get(item), roots))
                .toList();
    }

    private static ItemFigures of(MarkTable table, int item, Thirds thirds, Spread spread, double roots) {
        double most = table.most(item);
        return new ItemFigures(
                Sample.mean(table.column(item)) / most,
                Math.sqrt(spread.mark) / most,
                most / table.most(),
                effectiveWeight(spread, roots),
                spread.mark < Sample.NO_SPREAD ? null : difference(table, item, thirds),
                spread.correlation(),
                spread.efficiency(),
                spread);
    }

    private static @Nullable Double effectiveWeight(Spread spread, double roots) {
        double own = spread.covarianceWithTotal();
        if (own < -Sample.NO_SPREAD || roots < Sample.NO_SPREAD) {
            return null;
        }
        return Math.sqrt(Math.max(0, own)) / roots;
    }

    private static @Nullable Double difference(MarkTable table, int item, Thirds thirds) {
        var top = mean(table, item, thirds, Thirds.Third.TOP);
        var bottom = mean(table, item, thirds, Thirds.Third.BOTTOM);
        return top == null || bottom == null ? null : Double.valueOf(top - bottom);
    }

    private static @Nullable Double mean(MarkTable table, int item, Thirds thirds, Thirds.Third third) {
        var shares = IntStream.range(0, table.learners())
                .filter(learner -> thirds.of(learner) == third)
                .mapToDouble(learner -> table.share(learner, item))
                .toArray();
        return shares.length == 0 ? null : Double.valueOf(Arrays.stream(shares).sum() / shares.length);
    }
}
