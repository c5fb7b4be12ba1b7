package vn.lopmo.assessment.marking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Scoring;
import vn.lopmo.assessment.item.Statement;
import vn.lopmo.platform.refusal.Refusal;

/// The right key of a question, in the parts that its form has: nothing that learners saw can be changed by it.
record Correction(
        @Nullable @Size(max = 40) String key,
        @Nullable @Size(max = 12) List<@Valid @NotNull Truth> statements,
        @Nullable @Size(max = 12) List<@NotNull @Size(max = 100) String> keys,
        @Nullable Scoring scoring) {
    record Truth(@NotNull @Size(max = 4) String id, @NotNull Boolean key) {}

    /// @throws Refusal.Invalid if it does not fit the question
    Item applyTo(Item item) {
        try {
            return switch (item) {
                case Item.SingleChoice choice -> choice.withKey(needed(key));
                case Item.TrueFalseGroup group -> corrected(group);
                case Item.ShortAnswer text ->
                    text.withKeys(needed(keys).stream().map(String::strip).toList());
                case Item.Essay essay -> throw new Refusal.Invalid("key-change-essay");
            };
        } catch (IllegalArgumentException noKey) {
            throw new Refusal.Invalid("key-change-unfit");
        }
    }

    private Item.TrueFalseGroup corrected(Item.TrueFalseGroup group) {
        Map<String, Boolean> right = statements == null
                ? Map.of()
                : statements.stream().collect(Collectors.toMap(Truth::id, Truth::key, (first, last) -> last));
        var ids = group.statements().stream().map(Statement::id).toList();
        if (!ids.containsAll(right.keySet()) || right.isEmpty() && scoring == null) {
            throw new Refusal.Invalid("key-change-unfit");
        }
        return group.withKeys(right, Objects.requireNonNullElse(scoring, group.scoring()));
    }

    private static <T> T needed(@Nullable T part) {
        if (part == null) {
            throw new Refusal.Invalid("key-change-unfit");
        }
        return part;
    }
}
