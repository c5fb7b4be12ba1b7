package vn.lopmo.assessment.analysis.classical;

/// The normal distribution.
final class Normal {
    private Normal() {}

    /// The z below which this share lies, by Newton's steps on the series of the distribution (Marsaglia 2004).
    ///
    /// @param share more than 0 and less than 1
    static double quantile(double share) {
        double z = 0;
        for (int i = 0; i < 50; i++) {
            double step = (below(z) - share) / density(z);
            z -= Math.clamp(step, -1, 1);
            if (Math.abs(step) < 1e-12) {
                break;
            }
        }
        return z;
    }

    static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /// 1/2 + density (z + z³/3 + z⁵/(3·5) + …).
    static double below(double z) {
        double sum = z;
        double term = z;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 400; n += 2) {
            term *= z * z / n;
            sum += term;
        }
        return 0.5 + sum * density(z);
    }
}
