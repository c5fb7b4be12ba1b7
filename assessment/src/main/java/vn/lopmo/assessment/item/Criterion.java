package vn.lopmo.assessment.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// One line of a rubric: what a marker looks at in an essay, and the most points for it. Not for learners before the
/// release.
///
/// @param points in the rubric's own points; the sum of all criteria stands for what the question is worth
/// @param levels how well it can be met, if the marker should choose from them
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Criterion(
        @NotBlank @Size(max = 40) String id,
        @NotBlank @Size(max = 300) String title,

        @NotNull @DecimalMin("0.01") @Digits(integer = 4, fraction = 2)
        BigDecimal points,

        @Nullable @Size(max = 10) List<@Valid @NotNull Level> levels) {
    private static final int MARK_DECIMALS = 2;

    /// @param share of the criterion's points, from 0 to 1
    public record Level(
            @NotBlank @Size(max = 300) String label,

            @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
            BigDecimal share) {}

    public Criterion {
        levels = levels == null || levels.isEmpty() ? null : List.copyOf(levels);
    }

    Criterion tidied() {
        var tidyLevels = levels == null
                ? null
                : levels.stream()
                        .map(level -> new Level(VietnameseText.tidy(level.label), level.share))
                        .toList();
        return new Criterion(id.strip(), VietnameseText.tidy(title), points, tidyLevels);
    }

    /// Whether these are points of this rubric.
    public static boolean fits(List<Criterion> rubric, Map<String, BigDecimal> given) {
        return given.keySet().stream().allMatch(id -> rubric.stream().anyMatch(one -> one.id.equals(id)))
                && rubric.stream().allMatch(one -> {
                    var points = given.get(one.id);
                    return points == null || points.signum() >= 0 && points.compareTo(one.points) <= 0;
                });
    }

    /// What an answer earns that was given these points, on a question of so many points, halves up.
    ///
    /// @return null while a criterion has no points yet
    public static @Nullable BigDecimal mark(List<Criterion> rubric, Map<String, BigDecimal> given, BigDecimal worth) {
        var earned = BigDecimal.ZERO;
        var most = BigDecimal.ZERO;
        for (var one : rubric) {
            var points = given.get(one.id);
            if (points == null) {
                return null;
            }
            earned = earned.add(points);
            most = most.add(one.points);
        }
        return earned.multiply(worth).divide(most, MARK_DECIMALS, RoundingMode.HALF_UP);
    }
}
