package vn.lopmo.lms.organisation;

import java.util.UUID;

/// Whether somebody teaches a class by a course: asked when he stops leading it, told by the slice that keeps courses.
public interface CoursesOfTeachers {
    /// Whether he writes a course that is given to the class.
    boolean writesFor(UUID teacherId, UUID classId);
}
