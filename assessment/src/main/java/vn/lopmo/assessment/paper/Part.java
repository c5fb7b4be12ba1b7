package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.util.List;

/// A part of a paper ("Phần I"). Shuffling never moves a slot out of its part.
public record Part(String title, String instructions, List<Slot> slots) {
    public Part {
        slots = List.copyOf(slots);
    }

    public BigDecimal points() {
        return slots.stream().map(Slot::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
