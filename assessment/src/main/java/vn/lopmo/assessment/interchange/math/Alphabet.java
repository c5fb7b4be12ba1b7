package vn.lopmo.assessment.interchange.math;

import vn.lopmo.assessment.interchange.math.Expr.Face;

/// Letters of the mathematical alphabets of Unicode, where browsers know no other way to set a letter bold,
/// double-struck, script or Fraktur.
final class Alphabet {
    private Alphabet() {}

    static String of(Face face, String text) {
        var set = new StringBuilder();
        text.codePoints().forEach(letter -> set.appendCodePoint(letter(face, letter)));
        return set.toString();
    }

    private static int letter(Face face, int letter) {
        if (letter >= 'A' && letter <= 'Z') {
            int hole = holes(face).indexOf(letter);
            return hole >= 0 ? fillings(face).codePointAt(hole) : capital(face) + letter - 'A';
        }
        if (letter >= 'a' && letter <= 'z') {
            return face == Face.SCRIPT ? letter : capital(face) + 26 + letter - 'a';
        }
        if (letter >= '0' && letter <= '9' && face == Face.BOLD) {
            return 0x1D7CE + letter - '0';
        }
        return letter;
    }

    private static int capital(Face face) {
        return switch (face) {
            case BOLD -> 0x1D400;
            case DOUBLE -> 0x1D538;
            case SCRIPT -> 0x1D49C;
            case FRAKTUR -> 0x1D504;
            case ITALIC, UPRIGHT -> 'A';
        };
    }

    /// Letters that Unicode had before it had the alphabets; their places in the alphabets are empty.
    private static String holes(Face face) {
        return switch (face) {
            case DOUBLE -> "CHNPQRZ";
            case SCRIPT -> "BEFHILMR";
            case FRAKTUR -> "CHIRZ";
            case BOLD, ITALIC, UPRIGHT -> "";
        };
    }

    private static String fillings(Face face) {
        return switch (face) {
            case DOUBLE -> "ℂℍℕℙℚℝℤ";
            case SCRIPT -> "ℬℰℱℋℐℒℳℛ";
            case FRAKTUR -> "ℭℌℑℜℨ";
            case BOLD, ITALIC, UPRIGHT -> "";
        };
    }
}
