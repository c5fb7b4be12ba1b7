package vn.lopmo.assessment.analysis.irt;

/// The upper tail of chi-square, by the incomplete gamma function: its series below the mean, its continued fraction
/// (Lentz) above (Abramowitz & Stegun 6.5.29 and 6.5.31).
final class ChiSquare {
    private static final double PRECISION = 1e-14;
    private static final int MOST = 500;

    private ChiSquare() {}

    static double above(double chi2, int df) {
        double a = df / 2.0;
        double x = chi2 / 2;
        if (x <= 0) {
            return 1;
        }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST && term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < MOST; n++) {
            double an = -n * (n - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return h * Math.exp(-x + a * Math.log(x) - logGamma(a));
    }

    /// Of halves of whole numbers, from gamma(1/2) and gamma(1) up.
    private static double logGamma(double halves) {
        double log = halves % 1 == 0 ? 0 : Math.log(Math.sqrt(Math.PI));
        for (double z = halves % 1 == 0 ? 1 : 0.5; z < halves - 0.25; z++) {
            log += Math.log(z);
        }
        return log;
    }
}
