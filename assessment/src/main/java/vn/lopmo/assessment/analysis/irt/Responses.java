package vn.lopmo.assessment.analysis.irt;

/// Who got what right: a row a learner, a column an item. Items that a learner was never given are missing, which the
/// method takes as it is; what he was given and left blank is wrong. Immutable.
public final class Responses {
    public static final byte MISSING = -1;
    private static final byte RIGHT = 1;

    private final byte[][] rows;
    private final int items;

    /// @param rows 1 right, 0 wrong, -1 not given; kept, not copied
    public Responses(byte[][] rows, int items) {
        this.rows = rows;
        this.items = items;
    }

    public int learners() {
        return rows.length;
    }

    public int items() {
        return items;
    }

    byte[] row(int learner) {
        return rows[learner];
    }

    boolean isComplete() {
        for (byte[] row : rows) {
            for (byte one : row) {
                if (one == MISSING) {
                    return false;
                }
            }
        }
        return true;
    }

    /// How many were given the item.
    public int given(int item) {
        int given = 0;
        for (byte[] row : rows) {
            given += row[item] == MISSING ? 0 : 1;
        }
        return given;
    }

    /// How many got it right.
    public int right(int item) {
        int right = 0;
        for (byte[] row : rows) {
            right += row[item] == RIGHT ? 1 : 0;
        }
        return right;
    }
}
