package vn.lopmo.lms.learning.task;

/// In what form a task may be done. Where files are taken, pictures and recordings are files too.
enum WorkKind {
    TEXT,
    FILE,
    /// A photograph of handwriting, mostly.
    PICTURE,
    VOICE
}
