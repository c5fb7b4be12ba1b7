package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lopmo.assessment.interchange.word.Rich;
import vn.lopmo.assessment.interchange.word.Thing;

/// The ways teachers spell a key.
final class Keys {
    private static final Pattern LETTER =
            Pattern.compile("^[(\\[]?\\s*([A-F](?:\\s*\\|\\s*[A-F])*|\\*)\\s*[)\\]]?(?:$|[\\s.,;:])");
    private static final Pattern LABELLED =
            Pattern.compile("(?iu)\\b([a-d])\\s*[).:\\-–]?\\s*(đúng|sai|true|false|[đdstf10])(?![\\p{L}\\d])");
    private static final Pattern WORD = Pattern.compile("(?iu)(?<!\\p{L})(đúng|sai|true|false)(?!\\p{L})");
    private static final Pattern VERDICTS = Pattern.compile("[ĐDSTF10]{2,6}");
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\{([^{}]*)}\\{([^{}]*)}");

    private Keys() {}

    static Optional<String> choice(String text) {
        var matcher = LETTER.matcher(text.strip());
        return matcher.find() ? Optional.of(matcher.group(1).replaceAll("\\s", "")) : Optional.empty();
    }

    /// The verdicts on a group of `count` statements; empty unless there is one for each.
    static List<Boolean> group(String text, int count) {
        var verdicts = new ArrayList<Boolean>();
        var labelled = LABELLED.matcher(text);
        while (labelled.find()) {
            verdicts.add(isTrue(labelled.group(2)));
        }
        if (verdicts.size() != count) {
            verdicts.clear();
            var words = WORD.matcher(text);
            while (words.find()) {
                verdicts.add(isTrue(words.group(1)));
            }
        }
        if (verdicts.size() != count) {
            verdicts.clear();
            var bare = text.toUpperCase(Locale.ROOT).replaceAll("[\\s,;.\\-–|]", "");
            if (VERDICTS.matcher(bare).matches()) {
                bare.chars().forEach(sign -> verdicts.add(isTrue(Character.toString(sign))));
            }
        }
        return verdicts.size() == count ? List.copyOf(verdicts) : List.of();
    }

    static boolean isTrue(String verdict) {
        return "ĐDT1".indexOf(Character.toUpperCase(verdict.charAt(0))) >= 0;
    }

    static Optional<String> shortText(String text) {
        var bare = text.strip()
                .replaceAll("[.;…]+$", "")
                .replaceAll("^[.…\\s]+", "")
                .strip();
        return bare.isEmpty() || bare.length() > 100 ? Optional.empty() : Optional.of(bare);
    }

    /// Text in which a formula counts as what it says, so that a key set as an equation can be read.
    static String plain(Rich text) {
        var plain = new StringBuilder();
        for (var atom : text.atoms()) {
            if (atom.thing() instanceof Thing.Equation(var formula, var bold)) {
                var latex = FRACTION.matcher(formula.latex()).replaceAll("$1/$2");
                plain.append(latex.replace("{,}", ",")
                        .replaceAll("\\\\(mathrm|mathbf|text)\\{([^}]*)}", "$2")
                        .replace("{", "")
                        .replace("}", ""));
            } else if (atom.thing() == null) {
                plain.append(atom.sign() == '\u00A0' ? ' ' : atom.sign());
            }
        }
        return plain.toString().strip();
    }
}
