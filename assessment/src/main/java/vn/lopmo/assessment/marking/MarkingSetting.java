package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

/// How an assignment is marked.
///
/// @param tolerance how far two markers of one answer may be apart, in marks
/// @param secondMarkers who marks a second time without seeing the first mark; none means anybody who leads may
/// @param reviewDays how long after the release a learner may ask for a review
public record MarkingSetting(BigDecimal tolerance, Set<UUID> secondMarkers, int reviewDays) {
    static final MarkingSetting DEFAULT = new MarkingSetting(new BigDecimal("0.25"), Set.of(), 7);

    public MarkingSetting {
        secondMarkers = Set.copyOf(secondMarkers);
    }

    MarkingSetting reviewable(int days) {
        return new MarkingSetting(tolerance, secondMarkers, days);
    }
}
