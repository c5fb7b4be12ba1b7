package vn.lopmo.assessment.sitting;

import java.util.UUID;

/// Deadlines, pauses, devices or ends of an assignment's sittings have changed. Whoever changes them fires it in the
/// transaction of the change; what is remembered of them is dropped after the commit.
public record SittingsChanged(UUID assignmentId) {}
