package vn.lopmo.assessment.analysis.irt;

import java.util.Arrays;
import java.util.Optional;

/// The logistic models, without the scaling constant 1.7: P = c + (1 - c) / (1 + exp(-(a θ + d))), θ from N(0, 1).
public enum Model {
    /// One slope for all items, c = 0.
    RASCH(15, 50),
    /// c = 0.
    TWO(30, 200),
    /// Items of which one can be guessed have a lower asymptote.
    THREE(100, 500);

    private final int fewest;
    private final int enough;

    Model(int fewest, int enough) {
        this.fewest = fewest;
        this.enough = enough;
    }

    /// Below this there is nothing to be had but noise.
    public int fewest() {
        return fewest;
    }

    /// Below this the numbers are weak: Linacre (1994) for Rasch; for the others Hulin, Lissak & Drasgow (1982) would
    /// have even more.
    public int enough() {
        return enough;
    }

    boolean sharesSlope() {
        return this == RASCH;
    }

    boolean guesses() {
        return this == THREE;
    }

    /// As it is written on the wire and on the screen.
    public String label() {
        return switch (this) {
            case RASCH -> "RASCH";
            case TWO -> "2PL";
            case THREE -> "3PL";
        };
    }

    public static Optional<Model> ofLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
