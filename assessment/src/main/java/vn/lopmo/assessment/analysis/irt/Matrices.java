package vn.lopmo.assessment.analysis.irt;

import org.jspecify.annotations.Nullable;

/// Small symmetric matrices, by Cholesky's decomposition.
final class Matrices {
    private static final double LEAST = 1e-14;

    private Matrices() {}

    /// The lower triangle L with L Lᵀ = matrix; null unless it is positive definite.
    private static double @Nullable [][] root(double[][] matrix) {
        int n = matrix.length;
        var root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = matrix[i][k];
                for (int j = 0; j < k; j++) {
                    sum -= root[i][j] * root[k][j];
                }
                if (i == k) {
                    if (!(sum > LEAST)) {
                        return null;
                    }
                    root[i][i] = Math.sqrt(sum);
                } else {
                    root[i][k] = sum / root[k][k];
                }
            }
        }
        return root;
    }

    /// x with matrix x = right; no step at all if the matrix is not positive definite.
    static double[] solve(double[][] matrix, double[] right) {
        var root = root(matrix);
        return root == null ? new double[right.length] : solve(root, right.clone(), right.length);
    }

    private static double[] solve(double[][] root, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= root[i][k] * x[k];
            }
            x[i] /= root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= root[k][i] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }

    /// Null unless it is positive definite.
    static double @Nullable [][] inverse(double[][] matrix) {
        var root = root(matrix);
        if (root == null) {
            return null;
        }
        int n = matrix.length;
        var inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            var unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(root, unit, n);
        }
        return inverse;
    }
}
