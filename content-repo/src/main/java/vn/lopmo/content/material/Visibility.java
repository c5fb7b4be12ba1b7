package vn.lopmo.content.material;

/// How far a published material can be seen. Each step takes in the ones before it, but CLASSES, which is beside STAFF.
public enum Visibility {
    /// The learners and teachers of the classes named, and who brought it in: the class store of the teaching
    /// exception.
    CLASSES,
    /// Everybody who works for the school.
    STAFF,
    /// Everybody with an account in the school.
    SCHOOL,
    /// Anybody, without an account; it goes into the feeds that other libraries read.
    OPEN
}
