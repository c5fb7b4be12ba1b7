package vn.lopmo.lms.course;

/// Who of the school, beside those who write it, may look at a course and copy it.
public enum CourseSharing {
    NONE,
    /// Those who are with its subject in a subject group.
    GROUP,
    SCHOOL
}
