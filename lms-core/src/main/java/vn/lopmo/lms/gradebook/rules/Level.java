package vn.lopmo.lms.gradebook.rules;

import java.util.Map;
import java.util.Optional;

/// The four levels of study and of conduct in grades 6 to 12, the best first.
public enum Level {
    TOT("T"),
    KHA("K"),
    DAT(Entry.PASSED),
    CHUA_DAT(Entry.FAILED);

    private static final Map<String, Level> BY_CODE = Map.of("T", TOT, "K", KHA, "D", DAT, "CD", CHUA_DAT);

    private final String code;

    Level(String code) {
        this.code = code;
    }

    /// As it stands in an entry.
    public String code() {
        return code;
    }

    public static Optional<Level> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public boolean isAtLeast(Level other) {
        return ordinal() <= other.ordinal();
    }

    int below(Level other) {
        return ordinal() - other.ordinal();
    }

    Level next() {
        return values()[ordinal() - 1];
    }
}
