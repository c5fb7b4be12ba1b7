package vn.lopmo.assessment.analysis.irt;

/// How the expected log likelihood of one item's answers changes with its parameters (slope, intercept, guess).
///
/// With P the chance and W = P (1 - P): the gradient is the sum of (r - nP)/W times P's derivative, the expected
/// information the sum of n/W times the product of two such derivatives.
final class ItemSlopes {
    final double[] gradient = new double[3];
    final double[][] information = new double[3][3];

    private static final double LEAST = 1e-12;

    static ItemSlopes of(int item, Expectation expected, Parameters at, Quadrature quadrature) {
        var slopes = new ItemSlopes();
        double c = at.asymptote(item);
        var change = new double[3];
        for (int q = 0; q < quadrature.size(); q++) {
            double rise = at.rise(item, quadrature.points[q]);
            double chance = c + (1 - c) * rise;
            double weight = Math.max(chance * (1 - chance), LEAST);
            double steep = (1 - c) * rise * (1 - rise);
            change[Layout.SLOPE] = steep * quadrature.points[q];
            change[Layout.INTERCEPT] = steep;
            change[Layout.GUESS] = at.isGuessed(item) ? c * (1 - c) * (1 - rise) : 0;
            slopes.add(expected.right[item][q], expected.given[item][q], chance, weight, change);
        }
        return slopes;
    }

    private void add(double right, double given, double chance, double weight, double[] change) {
        double surplus = (right - given * chance) / weight;
        double pull = given / weight;
        for (int i = 0; i < 3; i++) {
            gradient[i] += surplus * change[i];
            for (int k = 0; k < 3; k++) {
                information[i][k] += pull * change[i] * change[k];
            }
        }
    }

    void add(Prior prior, int item, Parameters at) {
        for (int kind = 0; kind < 3; kind++) {
            if (kind != Layout.GUESS || at.isGuessed(item)) {
                gradient[kind] += prior.gradient(item, kind, at);
                information[kind][kind] += prior.information(item, kind, at);
            }
        }
    }

    /// The expected log likelihood itself.
    static double value(int item, Expectation expected, Parameters at, Quadrature quadrature) {
        double value = 0;
        for (int q = 0; q < quadrature.size(); q++) {
            double chance = Math.clamp(at.chance(item, quadrature.points[q]), LEAST, 1 - LEAST);
            double right = expected.right[item][q];
            value += right * Math.log(chance) + (expected.given[item][q] - right) * Math.log(1 - chance);
        }
        return value;
    }
}
