package vn.lopmo.assessment.interchange.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;

/// Automatic numbering: gives each numbered paragraph the label that Word shows ("Câu 1.", "A.", "a)"). Counts
/// while the file is read.
final class Numbering {
    private static final int LEVELS = 9;

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, String> listOf = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    record Label(String text, @Nullable Element look) {}

    Numbering(Optional<Element> root) {
        root.ifPresent(this::read);
    }

    private void read(Element root) {
        for (Element child : Dom.children(root)) {
            if (Dom.name(child).equals("abstractNum")) {
                lists.put(attribute(child, "abstractNumId"), child);
            } else if (Dom.name(child).equals("num")) {
                readNumber(child);
            }
        }
    }

    private void readNumber(Element number) {
        var id = attribute(number, "numId");
        @Nullable String list = Styles.value(number, "abstractNumId");
        listOf.put(id, list == null ? "" : list);
        for (Element change : Dom.children(number)) {
            @Nullable String start = Styles.value(change, "startOverride");
            if (start != null) {
                restarts.computeIfAbsent(id, any -> new HashMap<>())
                        .put(integer(attribute(change, "ilvl"), 0), integer(start, 1));
            }
        }
    }

    /// The label of the next paragraph of this numbering; empty if it has none.
    Optional<Label> next(Element numPr) {
        @Nullable String number = Styles.value(numPr, "numId");
        @Nullable Element list = number == null ? null : lists.get(listOf.getOrDefault(number, ""));
        int level = Math.clamp(integer(Styles.value(numPr, "ilvl"), 0), 0, LEVELS - 1);
        @Nullable Element definition = list == null ? null : level(list, level);
        if (number == null || list == null || definition == null) {
            return Optional.empty();
        }
        var count = counters.computeIfAbsent(attribute(list, "abstractNumId"), any -> new int[LEVELS]);
        restart(number, count);
        step(list, count, level);
        var label = label(list, definition, count);
        return label.isEmpty() ? Optional.empty() : Optional.of(new Label(label, Dom.child(definition, "rPr")));
    }

    /// A numbering that says where it starts begins anew the first time it is used.
    private void restart(String number, int[] count) {
        if (begun.add(number)) {
            restarts.getOrDefault(number, Map.of()).forEach((level, start) -> {
                count[level] = start - 1;
                Arrays.fill(count, level + 1, LEVELS, 0);
                if (start <= 0) {
                    count[level] = 0;
                }
            });
        }
    }

    private static void step(Element list, int[] count, int level) {
        @Nullable Element definition = level(list, level);
        int start = definition == null ? 1 : integer(Styles.value(definition, "start"), 1);
        count[level] = count[level] == 0 ? Math.max(1, start) : count[level] + 1;
        Arrays.fill(count, level + 1, LEVELS, 0);
    }

    private static String label(Element list, Element definition, int[] count) {
        @Nullable String pattern = Styles.value(definition, "lvlText");
        if (pattern == null || "bullet".equals(Styles.value(definition, "numFmt"))) {
            return "";
        }
        var text = pattern;
        for (int i = 0; i < LEVELS; i++) {
            @Nullable Element level = level(list, i);
            var format = level == null
                    ? "decimal"
                    : Optional.ofNullable(Styles.value(level, "numFmt")).orElse("decimal");
            text = text.replace("%" + (i + 1), count(Math.max(1, count[i]), format));
        }
        return text;
    }

    private static @Nullable Element level(Element list, int level) {
        for (Element child : Dom.children(list)) {
            if (Dom.name(child).equals("lvl") && integer(Dom.attribute(child, "ilvl"), -1) == level) {
                return child;
            }
        }
        return null;
    }

    static String count(int number, String format) {
        return switch (format) {
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "none" -> "";
            default -> Integer.toString(number);
        };
    }

    private static String letters(int number, char first) {
        int index = (number - 1) % 26;
        return Character.toString(first + index).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        var signs = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var text = new StringBuilder();
        int rest = Math.min(number, 3999);
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                text.append(signs[i]);
            }
        }
        return text.toString();
    }

    private static String attribute(Element element, String name) {
        @Nullable String value = Dom.attribute(element, name);
        return value == null ? "" : value;
    }

    static int integer(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException odd) {
            return otherwise;
        }
    }
}
