package vn.lopmo.assessment.item;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/// What a learner answered to one item. On the wire the one field tells the kind: `{choice}`, `{statements}`,
/// `{text}` or `{essay}`; a blank is null.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Answer.Choice.class),
    @JsonSubTypes.Type(Answer.Statements.class),
    @JsonSubTypes.Type(Answer.Text.class),
    @JsonSubTypes.Type(Answer.Essay.class)
})
public sealed interface Answer {
    int LONGEST_TEXT = 200;
    int LONGEST_ESSAY = 20_000;

    record Choice(@NotNull @Size(max = 4) String choice) implements Answer {}

    record Statements(@NotNull @Size(max = 12) Map<@Size(max = 4) String, Boolean> statements) implements Answer {
        public Statements {
            statements = Map.copyOf(statements);
        }
    }

    record Text(@NotNull @Size(max = LONGEST_TEXT) String text) implements Answer {}

    record Essay(@NotNull @Size(max = LONGEST_ESSAY) String essay) implements Answer {}
}
