package vn.lopmo.assessment.paper;

/// Whether a question of a paper that was given still counts as it was printed.
public enum Standing {
    COUNTS,
    /// Nobody can be blamed for the answer: everybody has its full marks.
    VOID,
    /// Taken out: worth nothing, and the paper's maximum is smaller by it.
    DROPPED
}
