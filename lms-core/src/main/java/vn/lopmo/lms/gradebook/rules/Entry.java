package vn.lopmo.lms.gradebook.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lopmo.platform.text.VietnameseText;

/// What may stand in a column of the mark book, and how it is written: one spelling each, whatever was typed.
public enum Entry {
    /// On the scale of 10, one decimal; or absent.
    SCORE,
    /// On the scale of 10 without decimals; or absent (Circular 27/2020, art. 7.1.d).
    WHOLE,
    /// Đạt, Chưa đạt; or absent.
    PASS(Map.of("d", Entry.PASSED, "dat", Entry.PASSED, "cd", Entry.FAILED, "chua dat", Entry.FAILED)),
    /// Hoàn thành tốt, Hoàn thành, Chưa hoàn thành (Circular 27/2020, art. 7.1.a).
    LEVEL(Map.of("t", "T", "hoan thanh tot", "T", "h", "H", "hoan thanh", "H", "c", "C", "chua hoan thanh", "C")),
    /// Tốt, Đạt, Cần cố gắng (Circular 27/2020, art. 7.2).
    TRAIT(Map.of("t", "T", "tot", "T", "d", "D", "dat", "D", "c", "C", "can co gang", "C")),
    /// Tốt, Khá, Đạt, Chưa đạt (Circular 22/2021, art. 8).
    CONDUCT(Map.of(
            "t",
            "T",
            "tot",
            "T",
            "k",
            "K",
            "kha",
            "K",
            "d",
            Entry.PASSED,
            "dat",
            Entry.PASSED,
            "cd",
            Entry.FAILED,
            "chua dat",
            Entry.FAILED)),
    EXEMPTION(Map.of("m", "M", "mien", "M")),
    /// Half-day sessions: a whole number.
    COUNT,
    TEXT;

    public static final String PASSED = "D";
    public static final String FAILED = "CD";
    /// Away without a reason, or with one and not at the test held for those: counts as nothing earned in a periodic
    /// test (Circular 22/2021, art. 7.4). In a primary class the test is still to be taken.
    public static final String ABSENT = "V";
    /// Away with a reason beyond one's power: the test is still to be taken (art. 7.3).
    public static final String EXCUSED = "P";
    /// No term has more sessions, one a day.
    static final int MOST_SESSIONS = 200;

    private static final int MOST_DIGITS = 3;
    /// A comment of the teacher's, the longest that a school record has room for.
    public static final int LONGEST_TEXT = 1_000;

    private static final Map<String, String> AWAY =
            Map.of("v", ABSENT, "vang", ABSENT, "p", EXCUSED, "co phep", EXCUSED, "phep", EXCUSED);

    private final Map<String, String> words;

    Entry() {
        this(Map.of());
    }

    Entry(Map<String, String> words) {
        this.words = words;
    }

    /// The one spelling of what was typed; `""` for nothing. Empty if it cannot stand here.
    public Optional<String> read(String typed) {
        var text = VietnameseText.tidy(typed);
        if (text.isEmpty()) {
            return Optional.of("");
        }
        return switch (this) {
            case SCORE -> away(text).or(() -> Score.typed(text).map(Score::toString));
            case WHOLE ->
                away(text).or(() -> Score.typed(text).filter(Score::isWhole).map(Score::toString));
            case PASS -> away(text).or(() -> word(text));
            case LEVEL, TRAIT, CONDUCT, EXEMPTION -> word(text);
            case COUNT -> count(text);
            case TEXT -> text.length() <= LONGEST_TEXT ? Optional.of(text) : Optional.empty();
        };
    }

    /// As the ministry's sheets write it.
    public String written(String value) {
        return switch (this) {
            case PASS, TRAIT, CONDUCT ->
                switch (value) {
                    case PASSED -> "Đ";
                    case FAILED -> "CĐ";
                    default -> value;
                };
            case SCORE, WHOLE -> value.replace('.', ',');
            case LEVEL, EXEMPTION, COUNT, TEXT -> value;
        };
    }

    private static Optional<String> count(String text) {
        boolean digits = text.length() <= MOST_DIGITS && text.chars().allMatch(each -> each >= '0' && each <= '9');
        return digits && Integer.parseInt(text) <= MOST_SESSIONS
                ? Optional.of(Integer.toString(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static Optional<String> away(String text) {
        return Optional.ofNullable(AWAY.get(folded(text)));
    }

    private Optional<String> word(String text) {
        return Optional.ofNullable(words.get(folded(text)));
    }

    private static String folded(String text) {
        return VietnameseText.fold(text).toLowerCase(Locale.ROOT);
    }
}
