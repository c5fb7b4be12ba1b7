package vn.lopmo.assessment.item;

/// The four forms of a question in Vietnamese tests since 2025 (letter 7991/BGDĐT-GDTrH).
public enum Form {
    SINGLE_CHOICE,
    TRUE_FALSE_GROUP,
    SHORT_ANSWER,
    ESSAY
}
