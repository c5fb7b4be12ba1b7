package vn.lopmo.assessment.interchange.exam;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lopmo.assessment.interchange.word.Look;

/// The ways a teacher marks the right option in the text itself, the least doubtful first.
enum Sign {
    STAR(one -> one.starred() || endsWithStar(one)),
    LABEL_UNDERLINED(one -> one.look().underline()),
    HIGHLIGHTED(one -> one.look().highlight() != null || all(one, look -> look.highlight() != null)),
    LABEL_COLOURED(one -> Objects.requireNonNullElse(one.look().color(), Sign.AUTOMATIC)),
    COLOURED(one -> colour(one)),
    UNDERLINED(one -> all(one, Look::underline)),
    BOLD(one -> all(one, Look::bold)),
    LABEL_BOLD(one -> one.look().bold()),
    ITALIC(one -> all(one, Look::italic));

    private static final String AUTOMATIC = "";

    private final Function<Labelled, Object> trait;

    Sign(Function<Labelled, Object> trait) {
        this.trait = trait;
    }

    /// The letters that stand out by this sign. None when all look the same: then it is the paper's style, not a key.
    List<Character> marked(List<Labelled> parts) {
        var traits = parts.stream().map(trait).toList();
        var usual = usual(traits);
        return IntStream.range(0, parts.size())
                .filter(i -> !traits.get(i).equals(usual))
                .mapToObj(i -> parts.get(i).letter())
                .toList();
    }

    /// For yes-or-no signs "no"; among colours the commonest.
    private static Object usual(List<Object> traits) {
        if (traits.contains(Boolean.TRUE)) {
            return !traits.contains(Boolean.FALSE);
        }
        return traits.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .<Object>map(Map.Entry::getKey)
                .orElse(AUTOMATIC);
    }

    private static boolean all(Labelled one, Predicate<Look> wanted) {
        return one.text().isAll(wanted);
    }

    private static String colour(Labelled one) {
        return one.text().strip().atoms().stream()
                .map(atom -> atom.look().color())
                .filter(Objects::nonNull)
                .findFirst()
                .filter(color -> all(one, look -> color.equals(look.color())))
                .orElse(AUTOMATIC);
    }

    private static boolean endsWithStar(Labelled one) {
        return one.text().text().strip().endsWith("*");
    }
}
