package vn.lopmo.lms.gradebook.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Entries of a term in a line: `tx 8 9 7.5 | gk 8 | ck 6`.
public final class Entries {
    private Entries() {}

    public static Map<Slot, String> of(String line) {
        var entries = new EnumMap<Slot, String>(Slot.class);
        for (var part : line.split("\\|")) {
            var words = List.of(part.strip().split("\\s+"));
            for (int n = 1; n < words.size(); n++) {
                var slot = words.getFirst().equals("tx")
                        ? Slot.REGULAR.get(n - 1)
                        : Slot.of(words.getFirst()).orElseThrow();
                if (!words.get(n).equals("-")) {
                    entries.put(slot, words.get(n));
                }
            }
        }
        return entries;
    }

    public static SubjectYear year(SubjectRule rule, String first, String second) {
        return year(rule, first, second, "");
    }

    public static SubjectYear year(SubjectRule rule, String first, String second, String summer) {
        return new SubjectYear(rule, of(first), of(second), of(summer));
    }

    /// `8.4`, `Đ`, `CĐ`, `T 9`, `thiếu [TX3, CK]`, `miễn`, `không học`
    public static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Average average -> average.score().toString();
            case Outcome.Judged judged -> judged.passed() ? "Đ" : "CĐ";
            case Outcome.Levelled levelled ->
                levelled.test() == null ? levelled.level() : levelled.level() + " " + levelled.test();
            case Outcome.Missing missing -> "thiếu " + missing.slots();
            case Outcome.Exempt ignored -> "miễn";
            case Outcome.NotTaken ignored -> "không học";
        };
    }
}
