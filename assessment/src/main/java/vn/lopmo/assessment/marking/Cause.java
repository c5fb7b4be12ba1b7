package vn.lopmo.assessment.marking;

/// Why a mark is what it is.
public enum Cause {
    /// By the key, at hand-in.
    KEY,
    PERSON,
    /// What a second marker gave: beside the mark until the two are settled.
    SECOND,
    SETTLED,
    /// The key was corrected after the paper was given.
    KEY_CHANGE,
    /// A learner asked for it (phúc khảo).
    REVIEW,
    /// Work that came late was accepted.
    HELD,
    /// The learner may go on; what was marked no longer holds.
    REOPENED
}
