package vn.lopmo.assessment.interchange.exam;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;

/// Which sign this paper uses for its keys: the one that singles out one option in most of its questions. Other
/// plain signs are believed where the paper's own is absent; chance looks (a bold or coloured word) are not.
final class Marks {
    private static final Set<Sign> PLAIN = Set.of(Sign.STAR, Sign.LABEL_UNDERLINED, Sign.HIGHLIGHTED);

    private final @Nullable Sign ofChoices;
    private final @Nullable Sign ofGroups;

    private Marks(@Nullable Sign ofChoices, @Nullable Sign ofGroups) {
        this.ofChoices = ofChoices;
        this.ofGroups = ofGroups;
    }

    static Marks of(List<Shape> shapes) {
        return new Marks(commonest(shapes, Form.SINGLE_CHOICE, true), commonest(shapes, Form.TRUE_FALSE_GROUP, false));
    }

    private static @Nullable Sign commonest(List<Shape> shapes, Form form, boolean single) {
        Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
        for (Shape shape : shapes) {
            if (shape.form() == form && shape.parts().size() > 1) {
                for (Sign sign : Sign.values()) {
                    int marked = sign.marked(shape.parts()).size();
                    if (single ? marked == 1 : marked > 0) {
                        counts.merge(sign, 1, Integer::sum);
                    }
                }
            }
        }
        @Nullable Sign best = null;
        for (var entry : counts.entrySet()) {
            if (best == null || entry.getValue() > counts.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /// The letters marked as key, by the paper's sign or another plain one.
    List<Character> choice(List<Labelled> options) {
        var own = ofChoices == null ? List.<Character>of() : ofChoices.marked(options);
        if (!own.isEmpty()) {
            return own;
        }
        return PLAIN.stream()
                .map(sign -> sign.marked(options))
                .filter(marked -> marked.size() == 1)
                .findFirst()
                .orElse(List.of());
    }

    /// The letters marked as true; null when the paper marks no statements at all, or marks this group in no way.
    @Nullable
    List<Character> group(List<Labelled> statements) {
        if (ofGroups == null) {
            return null;
        }
        var marked = ofGroups.marked(statements);
        return marked.isEmpty() ? null : marked;
    }
}
