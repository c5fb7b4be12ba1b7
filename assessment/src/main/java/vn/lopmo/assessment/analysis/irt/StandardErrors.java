package vn.lopmo.assessment.analysis.irt;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Standard errors from the observed information: the gradient of the marginal log likelihood is exact by Fisher's
/// identity, its derivatives are central differences of it. Parameters that ran away take no part.
final class StandardErrors {
    private static final double STEP = 1e-4;

    private final Layout layout;
    private final double @Nullable [][] covariance;
    private final int[] place;

    private StandardErrors(Layout layout, double @Nullable [][] covariance, int[] place) {
        this.layout = layout;
        this.covariance = covariance;
        this.place = place;
    }

    static StandardErrors of(Responses responses, Parameters at, Layout layout, Prior prior, Quadrature quadrature) {
        var free = free(at, layout);
        var place = new int[layout.size()];
        Arrays.fill(place, Layout.NONE);
        for (int i = 0; i < free.length; i++) {
            place[free[i]] = i;
        }
        var gradients = new Gradients(responses, layout, prior, quadrature);
        var vector = layout.pack(at);
        var information = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            var change = gradients.change(vector, free[i]);
            for (int k = 0; k < free.length; k++) {
                information[i][k] -= change[free[k]] / 2;
                information[k][i] -= change[free[k]] / 2;
            }
        }
        return new StandardErrors(layout, Matrices.inverse(information), place);
    }

    private static int[] free(Parameters at, Layout layout) {
        var held = new boolean[layout.size()];
        for (int item = 0; item < at.items(); item++) {
            if (layout.hasRunAway(item, at)) {
                for (int kind = 0; kind < 3; kind++) {
                    if (layout.place(item, kind) != Layout.NONE) {
                        held[layout.place(item, kind)] = true;
                    }
                }
            }
        }
        return IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
    }

    private record Gradients(Responses responses, Layout layout, Prior prior, Quadrature quadrature) {
        /// How the gradient changes with one parameter.
        double[] change(double[] vector, int parameter) {
            double before = vector[parameter];
            vector[parameter] = before + STEP;
            var above = at(layout.unpack(vector));
            vector[parameter] = before - STEP;
            var below = at(layout.unpack(vector));
            vector[parameter] = before;
            for (int i = 0; i < above.length; i++) {
                above[i] = (above[i] - below[i]) / (2 * STEP);
            }
            return above;
        }

        private double[] at(Parameters at) {
            var expected = Expectation.of(responses, at, quadrature);
            var gradient = new double[layout.size()];
            for (int item = 0; item < at.items(); item++) {
                var slopes = ItemSlopes.of(item, expected, at, quadrature);
                slopes.add(prior, item, at);
                for (int kind = 0; kind < 3; kind++) {
                    int place = layout.place(item, kind);
                    if (place != Layout.NONE) {
                        gradient[place] += slopes.gradient[kind];
                    }
                }
            }
            return gradient;
        }
    }

    @Nullable
    Double of(int item, int kind) {
        double variance = covariance(item, kind, kind);
        return variance > 0 ? Double.valueOf(Math.sqrt(variance)) : null;
    }

    /// Of b = -d/a, by the delta method.
    @Nullable
    Double ofDifficulty(int item, double a, double d) {
        double byA = d / (a * a);
        double byD = -1 / a;
        double variance = byA * byA * covariance(item, Layout.SLOPE, Layout.SLOPE)
                + byD * byD * covariance(item, Layout.INTERCEPT, Layout.INTERCEPT)
                + 2 * byA * byD * covariance(item, Layout.SLOPE, Layout.INTERCEPT);
        return variance > 0 ? Double.valueOf(Math.sqrt(variance)) : null;
    }

    /// NaN where there is none.
    private double covariance(int item, int one, int other) {
        int i = layout.place(item, one);
        int k = layout.place(item, other);
        if (covariance == null || i == Layout.NONE || k == Layout.NONE) {
            return Double.NaN;
        }
        return place[i] == Layout.NONE || place[k] == Layout.NONE ? Double.NaN : covariance[place[i]][place[k]];
    }
}
