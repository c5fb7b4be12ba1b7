package vn.lopmo.assessment.analysis.classical;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A paper's figures over all learners, in marks where nothing else is said.
///
/// Formulas: Moodle docs, "Quiz statistics calculations", section Test statistics; skewness and kurtosis are by
/// k-statistics (Kenney & Keeping 1951), alpha is Cronbach's (1951), Moodle's "coefficient of internal consistency".
///
/// @param skewness null for fewer than three learners or without spread
/// @param kurtosis excess, 0 for a normal distribution; null for fewer than four
/// @param alpha from minus infinity to 1; null for one item, one learner or no spread
/// @param kr20 the same number by Kuder and Richardson's formula 20 (1937); null unless every item is right or wrong
///     and worth the same
/// @param sem standard error of measurement: sd times the root of 1 - alpha
/// @param errorRatio share of the spread that is error: the root of 1 - alpha
public record PaperFigures(
        int learners,
        double mean,
        double median,
        double sd,
        @Nullable Double skewness,
        @Nullable Double kurtosis,
        double min,
        double max,
        @Nullable Double alpha,
        @Nullable Double kr20,
        @Nullable Double sem,
        @Nullable Double errorRatio) {

    /// @throws IllegalArgumentException without learners
    public static PaperFigures of(MarkTable table) {
        if (table.learners() == 0) {
            throw new IllegalArgumentException("nobody took it");
        }
        var totals = table.totals();
        double sd = Math.sqrt(Sample.variance(totals));
        var alpha = alpha(table, totals);
        var errorRatio = alpha == null ? null : Double.valueOf(Math.sqrt(1 - alpha));
        return new PaperFigures(
                table.learners(),
                Sample.mean(totals),
                Sample.median(totals),
                sd,
                skewness(totals),
                kurtosis(totals),
                Arrays.stream(totals).min().orElseThrow(),
                Arrays.stream(totals).max().orElseThrow(),
                alpha,
                alpha != null && table.isNumberRight() ? alpha : null,
                errorRatio == null ? null : Double.valueOf(sd * errorRatio),
                errorRatio);
    }

    /// k/(k-1) (1 - sum of the items' variances / variance of the totals).
    private static @Nullable Double alpha(MarkTable table, double[] totals) {
        double whole = Sample.variance(totals);
        int items = table.items();
        if (items < 2 || whole < Sample.NO_SPREAD) {
            return null;
        }
        double parts = 0;
        for (int item = 0; item < items; item++) {
            parts += Sample.variance(table.column(item));
        }
        return items / (items - 1.0) * (1 - parts / whole);
    }

    /// k3 / k2^1.5.
    private static @Nullable Double skewness(double[] totals) {
        double n = totals.length;
        double k2 = Sample.variance(totals);
        if (n < 3 || k2 < Sample.NO_SPREAD) {
            return null;
        }
        double k3 = n * n / ((n - 1) * (n - 2)) * Sample.moment(totals, 3);
        return k3 / Math.pow(k2, 1.5);
    }

    /// k4 / k2².
    private static @Nullable Double kurtosis(double[] totals) {
        double n = totals.length;
        double k2 = Sample.variance(totals);
        if (n < 4 || k2 < Sample.NO_SPREAD) {
            return null;
        }
        double m2 = Sample.moment(totals, 2);
        double m4 = Sample.moment(totals, 4);
        double k4 = n * n / ((n - 1) * (n - 2) * (n - 3)) * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2);
        return k4 / (k2 * k2);
    }
}
