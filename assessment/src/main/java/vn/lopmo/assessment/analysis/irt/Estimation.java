package vn.lopmo.assessment.analysis.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Marginal maximum likelihood by the EM algorithm (Bock & Aitkin 1981), its steps lengthened by SQUAREM (Varadhan &
/// Roland 2008, scheme S3). The same answers always give the same numbers.
public final class Estimation {
    static final double STILL = 1e-6;
    private static final double NEAR = 1e-3;
    private static final int MOST_STEPS = 3_000;

    private final Responses responses;
    private final Model model;
    private final Prior prior;
    private final Quadrature quadrature = new Quadrature();
    private final Maximisation maximisation;
    private final Parameters start;
    private final Layout layout;
    private int steps;
    private boolean converged;
    private double objective = Double.NEGATIVE_INFINITY;

    private Estimation(Responses responses, Model model, double[] chance) {
        this.responses = responses;
        this.model = model;
        this.prior = model.guesses() ? Prior.around(chance) : Prior.none();
        this.maximisation = new Maximisation(model, prior, quadrature);
        this.start = model.guesses() ? guessing(chance) : start();
        this.layout = new Layout(model, start);
    }

    /// @param chance of guessing each item, used by the three-parameter model alone: 0 where nobody can
    /// @throws IllegalArgumentException if an item was right for all or for none who were given it
    public static Calibration of(Responses responses, Model model, double[] chance) {
        for (int item = 0; item < responses.items(); item++) {
            int right = responses.right(item);
            if (right == 0 || right == responses.given(item)) {
                throw new IllegalArgumentException("item " + item + " tells nobody apart");
            }
        }
        return new Estimation(responses, model, chance).run();
    }

    private Parameters start() {
        int items = responses.items();
        var parameters = new Parameters(new double[items], new double[items], new double[items]);
        for (int item = 0; item < items; item++) {
            double facility = (double) responses.right(item) / responses.given(item);
            parameters.slope()[item] = 1;
            parameters.intercept()[item] = Layout.cut(Layout.INTERCEPT, 1.2 * Parameters.logit(facility));
            parameters.guess()[item] = Parameters.NO_GUESS;
        }
        return parameters;
    }

    /// From the curves without guessing, which tell a wrongly keyed item from a hard one.
    private Parameters guessing(double[] chance) {
        var without = new Estimation(responses, Model.TWO, chance);
        var start = without.layout.unpack(without.climb(NEAR));
        for (int item = 0; item < chance.length; item++) {
            if (chance[item] > 0) {
                start.guess()[item] = Parameters.logit(chance[item]);
            }
        }
        return start;
    }

    private Calibration run() {
        var at = climb(STILL);
        return result(turned(layout.unpack(at)));
    }

    private double[] climb(double still) {
        var at = layout.pack(start);
        while (!converged && steps < MOST_STEPS) {
            var first = step(at);
            var second = step(first);
            converged = distance(first, second) < still;
            at = converged ? second : leap(at, first, second);
        }
        return at;
    }

    /// One E and one M step; the objective of where it began is remembered.
    private double[] step(double[] vector) {
        steps++;
        var at = layout.unpack(vector);
        var expected = Expectation.of(responses, at, quadrature);
        objective = expected.logLikelihood + logPrior(at);
        return layout.pack(maximisation.of(expected, at));
    }

    private double logPrior(Parameters at) {
        double sum = 0;
        for (int item = 0; item < at.items(); item++) {
            sum += prior.logDensity(item, at);
        }
        return sum;
    }

    /// Goes on in the direction of the last two steps, unless that is worse than where they led.
    private double[] leap(double[] at, double[] first, double[] second) {
        double toFirst = 0;
        double bend = 0;
        for (int i = 0; i < at.length; i++) {
            double r = first[i] - at[i];
            double v = second[i] - first[i] - r;
            toFirst += r * r;
            bend += v * v;
        }
        double length = -Math.sqrt(toFirst / Math.max(bend, Double.MIN_NORMAL));
        if (!(length < -1) || !Double.isFinite(length)) {
            return second;
        }
        double known = objective;
        var far = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double r = first[i] - at[i];
            double v = second[i] - first[i] - r;
            far[i] = at[i] - 2 * length * r + length * length * v;
        }
        var landed = step(layout.pack(layout.unpack(far)));
        return objective >= known ? landed : second;
    }

    private static double distance(double[] one, double[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    /// Which end of the scale is "able" is for us to say: where most slopes are positive.
    private Parameters turned(Parameters at) {
        if (Arrays.stream(at.slope()).sum() >= 0) {
            return at;
        }
        var turned = at.copy();
        Arrays.setAll(turned.slope(), item -> -at.slope()[item]);
        return turned;
    }

    private Calibration result(Parameters at) {
        var expected = Expectation.of(responses, at, quadrature);
        var errors = StandardErrors.of(responses, at, layout, prior, quadrature);
        var fits = ItemFit.of(responses, at, layout, quadrature);
        List<Calibration.Item> items = new ArrayList<>();
        for (int item = 0; item < at.items(); item++) {
            double a = at.slope()[item];
            double d = at.intercept()[item];
            int given = responses.given(item);
            items.add(new Calibration.Item(
                    a,
                    d,
                    Math.abs(a) < LEAST_SLOPE ? null : Double.valueOf(-d / a),
                    at.isGuessed(item) ? at.asymptote(item) : 0,
                    errors.of(item, Layout.SLOPE),
                    errors.of(item, Layout.INTERCEPT),
                    Math.abs(a) < LEAST_SLOPE ? null : errors.ofDifficulty(item, a, d),
                    layout.hasRunAway(item, at),
                    given,
                    (double) responses.right(item) / given,
                    fits.get(item)));
        }
        return new Calibration(model, responses.learners(), expected.logLikelihood, steps, converged, items);
    }

    private static final double LEAST_SLOPE = 0.01;
}
