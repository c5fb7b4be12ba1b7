package vn.lopmo.content.roster;

import java.util.UUID;

/// lms-core says that a person came into a class, left it, or that the class changed its name.
public record MembershipChanged(
        UUID schoolId, UUID personId, UUID classId, String className, int grade, Part role, boolean active) {
    /// What a person is in a class.
    public enum Part {
        STUDENT,
        TEACHER
    }
}
