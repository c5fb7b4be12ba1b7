package vn.lopmo.assessment.item;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An item's key in the shape of an answer: what learners are told when they may know it.
public final class RightAnswer {
    private RightAnswer() {}

    /// Null for what only a person can mark.
    public static @Nullable Answer to(Item item) {
        return switch (item) {
            case Item.SingleChoice choice -> new Answer.Choice(choice.key());
            case Item.TrueFalseGroup group ->
                new Answer.Statements(
                        group.statements().stream().collect(Collectors.toMap(Statement::id, Statement::key)));
            case Item.ShortAnswer text -> new Answer.Text(String.join(" | ", text.keys()));
            case Item.Essay essay -> null;
        };
    }
}
