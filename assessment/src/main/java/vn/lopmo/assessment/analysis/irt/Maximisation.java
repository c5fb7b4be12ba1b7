package vn.lopmo.assessment.analysis.irt;

import java.util.Arrays;

/// The M step: each item's parameters by Newton's method with the expected information (Fisher scoring), halving steps
/// that go too far. A shared slope is moved after the intercepts.
final class Maximisation {
    private static final int STEPS = 4;
    private static final int HALVINGS = 12;
    private static final double LONGEST = 1;
    private static final double STILL = 1e-9;

    private final Model model;
    private final Prior prior;
    private final Quadrature quadrature;

    Maximisation(Model model, Prior prior, Quadrature quadrature) {
        this.model = model;
        this.prior = prior;
        this.quadrature = quadrature;
    }

    Parameters of(Expectation expected, Parameters before) {
        var at = before.copy();
        for (int item = 0; item < at.items(); item++) {
            improve(item, expected, at);
        }
        if (model.sharesSlope()) {
            shareSlope(expected, at);
        }
        return at;
    }

    private void improve(int item, Expectation expected, Parameters at) {
        for (int i = 0; i < STEPS; i++) {
            var slopes = ItemSlopes.of(item, expected, at, quadrature);
            slopes.add(prior, item, at);
            if (!move(item, expected, at, step(item, slopes, at))) {
                return;
            }
        }
    }

    private double[] step(int item, ItemSlopes slopes, Parameters at) {
        var information = slopes.information;
        var gradient = slopes.gradient.clone();
        hold(information, gradient, Layout.SLOPE, model.sharesSlope());
        hold(information, gradient, Layout.GUESS, !at.isGuessed(item));
        for (int kind = 0; kind < 3; kind++) {
            information[kind][kind] += STILL;
        }
        return Matrices.solve(information, gradient);
    }

    /// A parameter that is not free stays where it is.
    private static void hold(double[][] information, double[] gradient, int kind, boolean held) {
        if (held) {
            gradient[kind] = 0;
            for (int other = 0; other < 3; other++) {
                information[kind][other] = 0;
                information[other][kind] = 0;
            }
            information[kind][kind] = 1;
        }
    }

    /// @return whether it is worth another step
    private boolean move(int item, Expectation expected, Parameters at, double[] step) {
        double longest = Math.max(Math.abs(step[0]), Math.max(Math.abs(step[1]), Math.abs(step[2])));
        if (!(longest > STILL)) {
            return false;
        }
        double before = value(item, expected, at);
        double[] start = {at.slope()[item], at.intercept()[item], at.guess()[item]};
        double part = Math.min(1, LONGEST / longest);
        for (int i = 0; i < HALVINGS; i++, part /= 2) {
            set(at, item, start, step, part);
            if (value(item, expected, at) >= before) {
                return longest * part > STILL;
            }
        }
        set(at, item, start, step, 0);
        return false;
    }

    private double value(int item, Expectation expected, Parameters at) {
        return ItemSlopes.value(item, expected, at, quadrature) + prior.logDensity(item, at);
    }

    private static void set(Parameters at, int item, double[] start, double[] step, double part) {
        at.slope()[item] = Layout.cut(Layout.SLOPE, start[Layout.SLOPE] + part * step[Layout.SLOPE]);
        at.intercept()[item] = Layout.cut(Layout.INTERCEPT, start[Layout.INTERCEPT] + part * step[Layout.INTERCEPT]);
        if (at.isGuessed(item)) {
            at.guess()[item] = Layout.cut(Layout.GUESS, start[Layout.GUESS] + part * step[Layout.GUESS]);
        }
    }

    private void shareSlope(Expectation expected, Parameters at) {
        double gradient = 0;
        double information = STILL;
        for (int item = 0; item < at.items(); item++) {
            var slopes = ItemSlopes.of(item, expected, at, quadrature);
            gradient += slopes.gradient[Layout.SLOPE];
            information += slopes.information[Layout.SLOPE][Layout.SLOPE];
        }
        double slope = at.slope()[0] + Math.clamp(gradient / information, -LONGEST, LONGEST);
        Arrays.fill(at.slope(), Layout.cut(Layout.SLOPE, slope));
    }
}
