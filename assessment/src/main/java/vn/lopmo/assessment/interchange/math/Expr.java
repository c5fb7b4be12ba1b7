package vn.lopmo.assessment.interchange.math;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An equation as a tree, between the format it was read from and the two it is written in.
sealed interface Expr {
    Expr NOTHING = new Row(List.of());

    record Row(List<Expr> parts) implements Expr {}

    /// A letter or a name; `face` is how it is set.
    record Name(String text, Face face) implements Expr {}

    record Number(String text) implements Expr {}

    record Operator(String text) implements Expr {}

    record Words(String text) implements Expr {}

    record Fraction(Expr over, Expr under, Line line) implements Expr {}

    record Root(Expr body, @Nullable Expr degree) implements Expr {}

    record Scripts(Expr base, @Nullable Expr sub, @Nullable Expr sup) implements Expr {}

    /// Indices before the base, as of a nuclide.
    record PreScripts(Expr base, Expr sub, Expr sup) implements Expr {}

    /// Something under or over a base: the limit of `lim`, a label on an arrow.
    record Limits(Expr base, @Nullable Expr under, @Nullable Expr over) implements Expr {}

    record Fence(String open, String close, String separator, List<Expr> parts) implements Expr {}

    record Grid(List<List<Expr>> rows, boolean leftAligned) implements Expr {}

    /// A sum, product, integral …; `above` puts the limits over and under it.
    record Big(
            String operator, @Nullable Expr sub, @Nullable Expr sup, Expr body, boolean above) implements Expr {}

    record Accent(String mark, Expr body) implements Expr {}

    record Bar(boolean over, Expr body) implements Expr {}

    /// A brace or an arrow stretched along its body.
    record Stretched(String mark, boolean over, Expr body) implements Expr {}

    /// @param notation as in MathML's `menclose`
    record Boxed(String notation, Expr body) implements Expr {}

    record Phantom(Expr body) implements Expr {}

    record Function(Expr name, Expr argument) implements Expr {}

    enum Line {
        PLAIN,
        NONE,
        SLANTED
    }

    enum Face {
        ITALIC,
        UPRIGHT,
        BOLD,
        DOUBLE,
        SCRIPT,
        FRAKTUR
    }

    static Expr row(List<Expr> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Row(List.copyOf(parts));
    }

    default boolean isEmpty() {
        return this instanceof Row(var parts) && parts.stream().allMatch(Expr::isEmpty);
    }
}
