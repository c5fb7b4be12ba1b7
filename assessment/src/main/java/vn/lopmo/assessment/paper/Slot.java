package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.util.UUID;

/// A place in a paper: one item, fixed to a version, worth so many points. Answers and marks hang on the slot's id.
public record Slot(UUID id, UUID itemId, int itemVersion, BigDecimal points) {}
