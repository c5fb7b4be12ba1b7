package vn.lopmo.content.material;

/// What a file is to its material.
public enum FileKind {
    /// The material itself, or a part of it.
    CONTENT,
    /// WebVTT for a film or a recording, in one language.
    SUBTITLE,
    /// Goes along: a worksheet, the source file.
    ATTACHMENT,
    /// The picture by which it is known.
    COVER
}
