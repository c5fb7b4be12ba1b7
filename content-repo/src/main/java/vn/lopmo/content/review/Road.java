package vn.lopmo.content.review;

/// How a school's materials come before the readers. Schools differ, so each sets its own.
public enum Road {
    /// Librarians publish what they have described; nobody is asked.
    NONE,
    /// The head approves.
    HEAD,
    /// The subject group first (tổ chuyên môn), then the head.
    GROUP_AND_HEAD
}
