package vn.lopmo.assessment.analysis.classical;

import java.util.ArrayList;
import java.util.List;

/// A bar of a histogram: how many totals lie from `from` up to but not including `to`; the last bar includes it.
public record Bin(double from, double to, int count) {
    /// Ten bars of equal width over what can be reached, as marks out of ten are read here.
    private static final int BARS = 10;

    public static List<Bin> of(double[] totals, double most) {
        var counts = new int[BARS];
        for (double total : totals) {
            int bar = (int) Math.floor(total / most * BARS + ROUNDING);
            counts[Math.clamp(bar, 0, BARS - 1)]++;
        }
        var bins = new ArrayList<Bin>();
        for (int bar = 0; bar < BARS; bar++) {
            bins.add(new Bin(most * bar / BARS, most * (bar + 1) / BARS, counts[bar]));
        }
        return bins;
    }

    /// A total of 7 of 10 must not fall below 7 because 0.7 is no binary fraction.
    private static final double ROUNDING = 1e-9;
}
