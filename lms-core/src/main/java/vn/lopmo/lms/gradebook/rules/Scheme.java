package vn.lopmo.lms.gradebook.rules;

/// How a subject is assessed, and so which columns its mark book has.
public enum Scheme {
    /// By score and remark (Circular 22/2021, art. 5.2.b).
    SCORED,
    /// By remark only: Đạt, Chưa đạt (art. 5.2.a).
    REMARKED,
    /// Grades 1 to 5 (Circular 27/2020): levels T, H, C; some subjects with tests.
    PRIMARY,
    /// Conduct of grades 6 to 12.
    CONDUCT,
    /// Qualities and abilities of grades 1 to 5, each by itself.
    TRAITS
}
