package vn.lopmo.assessment.analysis.irt;

/// Where each item's parameters stand in the vector of those that are free: the shared slope first, if there is one,
/// then item by item slope, intercept, guess.
final class Layout {
    static final int SLOPE = 0;
    static final int INTERCEPT = 1;
    static final int GUESS = 2;
    static final int NONE = -1;
    /// Beyond these an item has run away: the answers do not hold it.
    private static final double[] BOUNDS = {8, 15, 8};
    private static final double TOUCHING = 1e-3;

    private final int[][] places;
    private final int size;
    private final boolean sharesSlope;

    Layout(Model model, Parameters parameters) {
        sharesSlope = model.sharesSlope();
        int next = sharesSlope ? 1 : 0;
        places = new int[parameters.items()][3];
        for (int item = 0; item < places.length; item++) {
            places[item][SLOPE] = sharesSlope ? 0 : next++;
            places[item][INTERCEPT] = next++;
            places[item][GUESS] = parameters.isGuessed(item) ? next++ : NONE;
        }
        size = next;
    }

    int size() {
        return size;
    }

    int place(int item, int kind) {
        return places[item][kind];
    }

    /// How many parameters are the item's own.
    int ofItem(int item) {
        return 1 + (sharesSlope ? 0 : 1) + (places[item][GUESS] == NONE ? 0 : 1);
    }

    double[] pack(Parameters parameters) {
        var vector = new double[size];
        for (int item = 0; item < places.length; item++) {
            vector[places[item][SLOPE]] = parameters.slope()[item];
            vector[places[item][INTERCEPT]] = parameters.intercept()[item];
            if (places[item][GUESS] != NONE) {
                vector[places[item][GUESS]] = parameters.guess()[item];
            }
        }
        return vector;
    }

    /// Cut to the bounds.
    Parameters unpack(double[] vector) {
        int items = places.length;
        var parameters = new Parameters(new double[items], new double[items], new double[items]);
        for (int item = 0; item < items; item++) {
            parameters.slope()[item] = cut(SLOPE, vector[places[item][SLOPE]]);
            parameters.intercept()[item] = cut(INTERCEPT, vector[places[item][INTERCEPT]]);
            parameters.guess()[item] =
                    places[item][GUESS] == NONE ? Parameters.NO_GUESS : cut(GUESS, vector[places[item][GUESS]]);
        }
        return parameters;
    }

    static double cut(int kind, double value) {
        return Math.clamp(value, -BOUNDS[kind], BOUNDS[kind]);
    }

    /// Whether the item ran against a bound.
    boolean hasRunAway(int item, Parameters parameters) {
        return isAtBound(SLOPE, parameters.slope()[item]) || isAtBound(INTERCEPT, parameters.intercept()[item]);
    }

    private static boolean isAtBound(int kind, double value) {
        return Math.abs(value) > BOUNDS[kind] - TOUCHING;
    }
}
