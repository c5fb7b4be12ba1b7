package vn.lopmo.assessment.analysis.irt;

/// What is held likely before any answer is seen. Only the three-parameter model needs it: its parameters can stand in
/// for each other (Mislevy 1986). A Beta for c as in BILOG, of the weight of twenty answers around one in the number of
/// options; a wide normal for the slope, which leaves a wrongly keyed item its negative slope.
record Prior(boolean isUsed, double[] alpha, double[] beta) {
    private static final double WEIGHT = 20;
    private static final double SLOPE_MEAN = 1;
    private static final double SLOPE_VARIANCE = 1;

    static Prior none() {
        return new Prior(false, new double[0], new double[0]);
    }

    /// @param chance of guessing each item; 0 where nobody can
    static Prior around(double[] chance) {
        var alpha = new double[chance.length];
        var beta = new double[chance.length];
        for (int item = 0; item < chance.length; item++) {
            alpha[item] = WEIGHT * chance[item] + 1;
            beta[item] = WEIGHT * (1 - chance[item]) + 1;
        }
        return new Prior(true, alpha, beta);
    }

    double logDensity(int item, Parameters at) {
        if (!isUsed) {
            return 0;
        }
        double away = at.slope()[item] - SLOPE_MEAN;
        double density = -away * away / (2 * SLOPE_VARIANCE);
        if (at.isGuessed(item)) {
            double c = at.asymptote(item);
            density += (alpha[item] - 1) * Math.log(c) + (beta[item] - 1) * Math.log(1 - c);
        }
        return density;
    }

    /// Derivative of the log density by the parameter.
    double gradient(int item, int kind, Parameters at) {
        if (!isUsed || kind == Layout.INTERCEPT) {
            return 0;
        }
        if (kind == Layout.SLOPE) {
            return -(at.slope()[item] - SLOPE_MEAN) / SLOPE_VARIANCE;
        }
        double c = at.asymptote(item);
        return (alpha[item] - 1) * (1 - c) - (beta[item] - 1) * c;
    }

    /// What the prior adds to the information on the parameter.
    double information(int item, int kind, Parameters at) {
        if (!isUsed || kind == Layout.INTERCEPT) {
            return 0;
        }
        if (kind == Layout.SLOPE) {
            return 1 / SLOPE_VARIANCE;
        }
        double c = at.asymptote(item);
        return (alpha[item] + beta[item] - 2) * c * (1 - c);
    }
}
