package vn.lopmo.assessment.analysis.classical;

import java.util.Arrays;
import java.util.List;

/// What each learner earned on each item: as many rows as learners, each of them complete. Immutable.
public final class MarkTable {
    private final double[][] marks;
    private final double[] most;

    /// @param marks a row a learner, a column an item
    /// @param most what each item is worth, more than 0
    /// @throws IllegalArgumentException if a row has not one mark an item
    public MarkTable(double[][] marks, double[] most) {
        for (double[] row : marks) {
            if (row.length != most.length) {
                throw new IllegalArgumentException(row.length + " marks for " + most.length + " items");
            }
        }
        if (Arrays.stream(most).anyMatch(one -> one <= 0)) {
            throw new IllegalArgumentException("an item that is worth nothing has no statistics");
        }
        this.marks = Arrays.stream(marks).map(double[]::clone).toArray(double[][]::new);
        this.most = most.clone();
    }

    public static MarkTable of(List<double[]> rows, double[] most) {
        return new MarkTable(rows.toArray(double[][]::new), most);
    }

    public int learners() {
        return marks.length;
    }

    public int items() {
        return most.length;
    }

    public double most(int item) {
        return most[item];
    }

    /// What the whole table is worth.
    public double most() {
        return Arrays.stream(most).sum();
    }

    public double mark(int learner, int item) {
        return marks[learner][item];
    }

    public double share(int learner, int item) {
        return marks[learner][item] / most[item];
    }

    public double total(int learner) {
        return Arrays.stream(marks[learner]).sum();
    }

    double[] column(int item) {
        return Arrays.stream(marks).mapToDouble(row -> row[item]).toArray();
    }

    public double[] totals() {
        return Arrays.stream(marks).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    /// Each learner's total without the item.
    double[] rests(int item) {
        return Arrays.stream(marks)
                .mapToDouble(row -> Arrays.stream(row).sum() - row[item])
                .toArray();
    }

    /// Whether every mark is none or all, and every item is worth the same.
    boolean isNumberRight() {
        for (double[] row : marks) {
            for (int item = 0; item < most.length; item++) {
                if (row[item] != 0 && row[item] != most[item]) {
                    return false;
                }
            }
        }
        return Arrays.stream(most).allMatch(one -> one == most[0]);
    }
}
