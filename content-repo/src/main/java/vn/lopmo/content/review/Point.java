package vn.lopmo.content.review;

/// What a person must have looked at before a material is approved. The first four follow Circular 16/2022 and the
/// rules of the national e-lecture contest; subtitles and picture texts follow WCAG 2.2, 1.1.1 and 1.2.2.
public enum Point {
    /// The licence is right and allows this use.
    LICENCE,
    /// Every source is named.
    SOURCES,
    /// It is right, and fits the grade.
    CONTENT,
    /// Pictures have texts.
    PICTURE_TEXTS,
    /// Films and recordings have subtitles or a transcript.
    SUBTITLES
}
