package vn.lopmo.assessment.item;

import java.util.List;
import java.util.regex.Pattern;

/// The spellings of a key that teachers write: `A|B` takes either, `*` makes the item void, so that everybody gets it.
final class Key {
    static final String VOID = "*";
    private static final Pattern EITHER = Pattern.compile("\\|");

    private Key() {}

    static List<String> accepted(String key) {
        return EITHER.splitAsStream(key)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    static boolean isVoid(String key) {
        return key.strip().equals(VOID);
    }
}
