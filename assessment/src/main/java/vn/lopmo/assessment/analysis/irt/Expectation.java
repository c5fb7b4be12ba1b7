package vn.lopmo.assessment.analysis.irt;

import java.util.Arrays;

/// The E step (Bock & Aitkin 1981): how many learners are expected at each point of ability, and how many of these got
/// each item right, given the parameters.
final class Expectation {
    /// By item and point.
    final double[][] given;
    final double[][] right;
    double logLikelihood;

    private Expectation(int items, int points) {
        given = new double[items][points];
        right = new double[items][points];
    }

    static Expectation of(Responses responses, Parameters parameters, Quadrature quadrature) {
        int items = responses.items();
        int points = quadrature.size();
        var result = new Expectation(items, points);
        var logs = logs(parameters, quadrature);
        var posterior = new double[points];
        for (int learner = 0; learner < responses.learners(); learner++) {
            var row = responses.row(learner);
            result.logLikelihood += posterior(row, logs, quadrature, posterior);
            result.add(row, posterior);
        }
        return result;
    }

    /// Log chances by item: of a wrong answer, then of a right one, at each point.
    private static double[][][] logs(Parameters parameters, Quadrature quadrature) {
        int points = quadrature.size();
        var logs = new double[parameters.items()][2][points];
        for (int item = 0; item < logs.length; item++) {
            for (int q = 0; q < points; q++) {
                double chance = parameters.chance(item, quadrature.points[q]);
                logs[item][0][q] = Math.log(Math.max(1 - chance, TINY));
                logs[item][1][q] = Math.log(Math.max(chance, TINY));
            }
        }
        return logs;
    }

    private static final double TINY = 1e-300;

    /// Fills in where the learner is likely to be.
    ///
    /// @return the log likelihood of his answers
    private static double posterior(byte[] row, double[][][] logs, Quadrature quadrature, double[] posterior) {
        Arrays.fill(posterior, 0);
        for (int item = 0; item < row.length; item++) {
            if (row[item] != Responses.MISSING) {
                addTo(posterior, logs[item][row[item]]);
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double one : posterior) {
            highest = Math.max(highest, one);
        }
        double sum = 0;
        for (int q = 0; q < posterior.length; q++) {
            posterior[q] = Math.exp(posterior[q] - highest) * quadrature.weights[q];
            sum += posterior[q];
        }
        for (int q = 0; q < posterior.length; q++) {
            posterior[q] /= sum;
        }
        return highest + Math.log(sum);
    }

    private void add(byte[] row, double[] posterior) {
        for (int item = 0; item < row.length; item++) {
            if (row[item] != Responses.MISSING) {
                addTo(given[item], posterior);
                if (row[item] == 1) {
                    addTo(right[item], posterior);
                }
            }
        }
    }

    private static void addTo(double[] sums, double[] more) {
        for (int q = 0; q < sums.length; q++) {
            sums[q] += more[q];
        }
    }
}
