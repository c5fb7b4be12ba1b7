package vn.lopmo.lms.course;

import java.util.UUID;

/// Whose course a copy was made from; goes with copies of copies, so that whoever wrote it first is named.
public record CourseOrigin(UUID courseId, UUID teacherId, String title) {}
