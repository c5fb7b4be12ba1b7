package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a learner is shown of his marks: as they were when they were released, whatever is changed afterwards.
///
/// @param answers whether keys and explanations are shown too
record Release(
        UUID sittingId,
        BigDecimal mark,
        BigDecimal maxMark,
        List<SlotMark> marks,
        boolean answers,
        Instant releasedAt) {
    /// Whether the learner would see the same marks.
    boolean hasSameMarks(List<SlotMark> others) {
        return marks.size() == others.size()
                && marks.stream().allMatch(mark -> others.stream()
                        .anyMatch(other -> other.slot().equals(mark.slot()) && other.looksLike(mark)));
    }

    Release with(boolean withAnswers) {
        return new Release(sittingId, mark, maxMark, marks, withAnswers, releasedAt);
    }

    SlotMark of(UUID slot) {
        return marks.stream()
                .filter(mark -> mark.slot().equals(slot))
                .findFirst()
                .orElseThrow();
    }
}
