package vn.lopmo.assessment.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What an answer earned, as a share of the item's full points from 0 to 1 in exact decimals; or nothing yet, when
/// a person has to look at it.
///
/// @param share null while a person has to mark it
public record Mark(@Nullable BigDecimal share) {
    public static final Mark NONE = new Mark(BigDecimal.ZERO);
    public static final Mark FULL = new Mark(BigDecimal.ONE);
    public static final Mark PENDING = new Mark(null);
    private static final int MARK_DECIMALS = 2;

    public Mark {
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
        }
    }

    static Mark fullIf(boolean right) {
        return right ? FULL : NONE;
    }

    public boolean isPending() {
        return share == null;
    }

    /// The mark on an item that is worth so many points, with at most two decimals, halves up; null while it is
    /// pending.
    public @Nullable BigDecimal outOf(BigDecimal points) {
        return share == null ? null : points.multiply(share).setScale(MARK_DECIMALS, RoundingMode.HALF_UP);
    }
}
