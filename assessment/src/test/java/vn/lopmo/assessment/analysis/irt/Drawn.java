package vn.lopmo.assessment.analysis.irt;

import java.util.Random;

/// Items whose curves are known, and answers drawn from them by a fixed seed.
record Drawn(double[] a, double[] b, double[] c) {
    static Drawn items(int items, long seed, boolean slopesDiffer, double guess) {
        var random = new Random(seed);
        var drawn = new Drawn(new double[items], new double[items], new double[items]);
        for (int item = 0; item < items; item++) {
            drawn.a[item] = slopesDiffer ? Math.exp(.3 * random.nextGaussian()) : 1;
            drawn.b[item] = Math.clamp(random.nextGaussian(), -2, 2);
            drawn.c[item] = guess;
        }
        return drawn;
    }

    double[] d() {
        var d = new double[a.length];
        for (int item = 0; item < d.length; item++) {
            d[item] = -a[item] * b[item];
        }
        return d;
    }

    Responses answers(int learners, long seed) {
        return new Responses(rows(learners, seed), a.length);
    }

    byte[][] rows(int learners, long seed) {
        var random = new Random(seed);
        var rows = new byte[learners][a.length];
        for (byte[] row : rows) {
            double ability = random.nextGaussian();
            for (int item = 0; item < row.length; item++) {
                double rise = 1 / (1 + Math.exp(-a[item] * (ability - b[item])));
                row[item] = (byte) (random.nextDouble() < c[item] + (1 - c[item]) * rise ? 1 : 0);
            }
        }
        return rows;
    }
}
