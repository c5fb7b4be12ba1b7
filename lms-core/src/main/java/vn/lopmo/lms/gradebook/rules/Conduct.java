package vn.lopmo.lms.gradebook.rules;

/// The year's conduct from that of the terms (Circular 22/2021, art. 8.2.b).
public final class Conduct {
    private Conduct() {}

    public static Level year(Level first, Level second) {
        return switch (second) {
            case TOT -> first.isAtLeast(Level.KHA) ? Level.TOT : Level.KHA;
            case KHA -> first.isAtLeast(Level.DAT) ? Level.KHA : Level.DAT;
            case DAT -> first == Level.TOT ? Level.KHA : Level.DAT;
            case CHUA_DAT -> Level.CHUA_DAT;
        };
    }
}
