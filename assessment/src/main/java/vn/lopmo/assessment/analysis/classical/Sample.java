package vn.lopmo.assessment.analysis.classical;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Means and spreads of a sample. Variances and covariances divide by n - 1, as Moodle's statistics do.
final class Sample {
    /// Marks have two decimals: a spread below this is what is left of adding them as binary fractions.
    static final double NO_SPREAD = 1e-12;

    private Sample() {}

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /// Zero for fewer than two.
    static double variance(double[] values) {
        return covariance(values, values);
    }

    static double covariance(double[] xs, double[] ys) {
        if (xs.length < 2) {
            return 0;
        }
        double meanX = mean(xs);
        double meanY = mean(ys);
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            sum += (xs[i] - meanX) * (ys[i] - meanY);
        }
        return sum / (xs.length - 1);
    }

    /// Pearson's r; null if either has no spread.
    static @Nullable Double correlation(double[] xs, double[] ys) {
        double varianceX = variance(xs);
        double varianceY = variance(ys);
        if (varianceX < NO_SPREAD || varianceY < NO_SPREAD) {
            return null;
        }
        return covariance(xs, ys) / Math.sqrt(varianceX * varianceY);
    }

    /// The middle one, or the mean of the two in the middle.
    static double median(double[] values) {
        var sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double[] sorted(double[] values) {
        var copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /// The mean of a power of the distances from the mean.
    static double moment(double[] values, int power) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> Math.pow(value - mean, power)).sum() / values.length;
    }
}
