package vn.lopmo.lms.learning.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one learner has done in one lesson, as far as rules ask for it.
///
/// @param parts    how many blocks the lesson has
/// @param seen     how many of them were seen
/// @param seconds  how long it was read, all in all
/// @param seenAt   when it was read last
/// @param shares   of each quiz and package with a result, the share of its greatest mark
/// @param handedIn the tasks that were handed in
public record Work(
        int parts,
        int seen,
        int seconds,
        @Nullable Instant seenAt,
        Map<String, BigDecimal> shares,
        Set<String> handedIn) {
    public Work {
        shares = Map.copyOf(shares);
        handedIn = Set.copyOf(handedIn);
    }

    public Work(int parts, int seen, int seconds, @Nullable Instant seenAt) {
        this(parts, seen, seconds, seenAt, Map.of(), Set.of());
    }

    public static Work none(int parts) {
        return new Work(parts, 0, 0, null);
    }

    public Work with(Map<String, BigDecimal> newShares, Set<String> newHandedIn) {
        return new Work(parts, seen, seconds, seenAt, newShares, newHandedIn);
    }

    /// How much was seen, 0 to 1.
    public BigDecimal share() {
        return parts == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(seen)
                        .divide(BigDecimal.valueOf(parts), 4, RoundingMode.DOWN)
                        .stripTrailingZeros();
    }
}
