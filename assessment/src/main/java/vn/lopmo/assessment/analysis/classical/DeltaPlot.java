package vn.lopmo.assessment.analysis.classical;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares the items that two groups have both taken, after allowing for one group being better than the other:
/// Angoff's delta plot (Angoff & Ford 1973) with the mean-sigma line (Marco 1977).
///
/// @param slope sd of the deltas here over that there
/// @param shift what an item is harder here, in deltas, beyond the slope
/// @param distance of each item from the line, in deltas; beyond [#FAR] it has drifted
public record DeltaPlot(double slope, double shift, double[] distance) {
    /// One and a half deltas are usual as the bound (Longford, Holland & Thayer 1993).
    public static final double FAR = 1.5;
    /// With fewer the line follows the items that it should judge.
    public static final int FEWEST_ITEMS = 4;
    /// Facilities of 0 and 1 have no normal quantile.
    private static final double EDGE = 0.01;

    /// @return null for too few items or without spread
    public static @Nullable DeltaPlot of(double[] here, double[] there) {
        var deltasHere = deltas(here);
        var deltasThere = deltas(there);
        double spread = Sample.variance(deltasThere);
        if (here.length < FEWEST_ITEMS || spread < Sample.NO_SPREAD || Sample.variance(deltasHere) < Sample.NO_SPREAD) {
            return null;
        }
        double slope = Math.sqrt(Sample.variance(deltasHere) / spread);
        double shift = Sample.mean(deltasHere) - slope * Sample.mean(deltasThere);
        var distance = IntStream.range(0, here.length)
                .mapToDouble(i -> (deltasHere[i] - slope * deltasThere[i] - shift) / Math.sqrt(slope * slope + 1))
                .toArray();
        return new DeltaPlot(slope, shift, distance);
    }

    /// Difficulty as 13 + 4z, higher is harder.
    static double delta(double facility) {
        return 13 - 4 * Normal.quantile(Math.clamp(facility, EDGE, 1 - EDGE));
    }

    private static double[] deltas(double[] facilities) {
        return Arrays.stream(facilities).map(DeltaPlot::delta).toArray();
    }
}
