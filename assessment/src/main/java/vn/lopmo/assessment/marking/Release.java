package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a learner is shown of his marks: as they were when they were released, whatever is changed afterwards.
///
/// @param shows what he sees beside the marks
/// @param told whether others were told of these marks
record Release(
        UUID sittingId,
        BigDecimal mark,
        BigDecimal maxMark,
        List<SlotMark> marks,
        Shows shows,
        Instant releasedAt,
        boolean told) {
    /// @param answers whether the keys are shown
    record Shows(boolean answers, boolean explanations) {}

    /// Nobody was told of it yet.
    ///
    /// @throws IllegalStateException if anything has to be marked yet
    static Release of(UUID sittingId, List<SlotMark> marks, Shows shows, Instant now) {
        var total = Totals.of(marks);
        if (total == null) {
            throw new IllegalStateException("not all is marked");
        }
        var most = marks.stream().map(SlotMark::maxMark).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Release(sittingId, total, most, marks, shows, now, false);
    }

    /// Whether the learner would see the same marks.
    boolean hasSameMarks(List<SlotMark> others) {
        return marks.size() == others.size()
                && others.stream().allMatch(other -> {
                    var mine = find(other.slot());
                    return mine != null && mine.looksLike(other);
                });
    }

    Release with(Shows shown) {
        return new Release(sittingId, mark, maxMark, marks, shown, releasedAt, told);
    }

    /// With some marks as they are now; what else was changed meanwhile waits for its own release.
    Release with(List<SlotMark> changed, Instant now) {
        var renewed = marks.stream()
                .map(mark -> changed.stream()
                        .filter(one -> one.slot().equals(mark.slot()))
                        .findFirst()
                        .orElse(mark))
                .toList();
        return of(sittingId, renewed, shows, now);
    }

    SlotMark of(UUID slot) {
        var mark = find(slot);
        if (mark == null) {
            throw new IllegalArgumentException("no mark of slot " + slot);
        }
        return mark;
    }

    private @Nullable SlotMark find(UUID slot) {
        return marks.stream()
                .filter(mark -> mark.slot().equals(slot))
                .findFirst()
                .orElse(null);
    }
}
