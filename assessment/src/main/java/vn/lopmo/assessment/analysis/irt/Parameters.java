package vn.lopmo.assessment.analysis.irt;

/// Every item's slope a, intercept d and, where it can be guessed, the logit g of the lower asymptote c.
///
/// @param guess logit of c; minus infinity where c is 0 for good
record Parameters(double[] slope, double[] intercept, double[] guess) {
    static final double NO_GUESS = Double.NEGATIVE_INFINITY;

    int items() {
        return slope.length;
    }

    boolean isGuessed(int item) {
        return guess[item] != NO_GUESS;
    }

    double asymptote(int item) {
        return logistic(guess[item]);
    }

    /// The part of the curve above the asymptote, from 0 to 1.
    double rise(int item, double ability) {
        return logistic(slope[item] * ability + intercept[item]);
    }

    double chance(int item, double ability) {
        double c = asymptote(item);
        return c + (1 - c) * rise(item, ability);
    }

    Parameters copy() {
        return new Parameters(slope.clone(), intercept.clone(), guess.clone());
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
