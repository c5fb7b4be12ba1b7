package vn.lopmo.assessment.analysis.irt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// S-X² (Orlando & Thissen 2000): learners in groups by number right, what each group did on the item against what the
/// curves expect of it. Needs everybody to have been given every item.
final class ItemFit {
    private static final double FEWEST_EXPECTED = 1;

    private final Responses responses;
    private final Parameters at;
    private final Quadrature quadrature;

    private ItemFit(Responses responses, Parameters at, Quadrature quadrature) {
        this.responses = responses;
        this.at = at;
        this.quadrature = quadrature;
    }

    /// By item; null where there is nothing to test with.
    static List<Calibration.@Nullable Fit> of(
            Responses responses, Parameters at, Layout layout, Quadrature quadrature) {
        boolean complete = responses.isComplete();
        var fits = new ArrayList<Calibration.@Nullable Fit>();
        var fit = new ItemFit(responses, at, quadrature);
        var scores = complete ? fit.scores(Layout.NONE) : new double[0][];
        for (int item = 0; item < responses.items(); item++) {
            fits.add(complete ? fit.of(item, layout.ofItem(item), scores) : null);
        }
        return fits;
    }

    private Calibration.@Nullable Fit of(int item, int parameters, double[][] scores) {
        var without = scores(item);
        int most = responses.items();
        double chi2 = 0;
        int groups = 0;
        var pool = new Cell();
        var counted = counted(item);
        for (int score = 1; score < most; score++) {
            pool.add(counted[score][0], counted[score][1], expected(item, score, without, scores));
            if (pool.isEnough()) {
                chi2 += pool.chi2();
                groups++;
                pool = new Cell();
            }
        }
        int df = groups - parameters;
        return df < 1 ? null : new Calibration.Fit(chi2, df, ChiSquare.above(chi2, df));
    }

    /// Groups that are too small are taken together with the next.
    private static final class Cell {
        private double learners;
        private double right;
        private double expected;

        void add(double learners, double right, double share) {
            this.learners += learners;
            this.right += right;
            this.expected += learners * share;
        }

        boolean isEnough() {
            return expected >= FEWEST_EXPECTED && learners - expected >= FEWEST_EXPECTED;
        }

        double chi2() {
            double away = right - expected;
            return away * away / expected + away * away / (learners - expected);
        }
    }

    /// Learners, and those of them who got the item right, by number right.
    private double[][] counted(int item) {
        var counted = new double[responses.items() + 1][2];
        for (int learner = 0; learner < responses.learners(); learner++) {
            var row = responses.row(learner);
            int score = 0;
            for (byte one : row) {
                score += one;
            }
            counted[score][0]++;
            counted[score][1] += row[item];
        }
        return counted;
    }

    /// Share of right answers on the item among those with this score.
    private double expected(int item, int score, double[][] without, double[][] scores) {
        double right = 0;
        double all = 0;
        for (int q = 0; q < quadrature.size(); q++) {
            right += at.chance(item, quadrature.points[q]) * without[q][score - 1] * quadrature.weights[q];
            all += scores[q][score] * quadrature.weights[q];
        }
        return right / all;
    }

    /// The chance of each number right at each point, one item left out (Lord & Wingersky 1984).
    private double[][] scores(int leftOut) {
        int items = responses.items();
        var scores = new double[quadrature.size()][items + 1];
        for (int q = 0; q < scores.length; q++) {
            var row = scores[q];
            row[0] = 1;
            for (int item = 0; item < items; item++) {
                if (item != leftOut) {
                    addItem(row, at.chance(item, quadrature.points[q]));
                }
            }
        }
        return scores;
    }

    private static void addItem(double[] row, double chance) {
        for (int score = row.length - 1; score > 0; score--) {
            row[score] = row[score] * (1 - chance) + row[score - 1] * chance;
        }
        row[0] *= 1 - chance;
    }
}
