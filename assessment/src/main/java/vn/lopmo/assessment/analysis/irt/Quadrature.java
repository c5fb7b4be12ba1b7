package vn.lopmo.assessment.analysis.irt;

/// The points at which ability is looked at, and the share of learners at each: N(0, 1) at equal steps.
final class Quadrature {
    private static final int POINTS = 61;
    private static final double WIDEST = 6;

    final double[] points = new double[POINTS];
    final double[] weights = new double[POINTS];

    Quadrature() {
        double sum = 0;
        for (int q = 0; q < POINTS; q++) {
            points[q] = -WIDEST + 2 * WIDEST * q / (POINTS - 1);
            weights[q] = Math.exp(-points[q] * points[q] / 2);
            sum += weights[q];
        }
        for (int q = 0; q < POINTS; q++) {
            weights[q] /= sum;
        }
    }

    int size() {
        return POINTS;
    }
}
