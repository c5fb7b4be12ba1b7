package vn.lopmo.lms.learning.rule;

import java.util.UUID;

/// A published lesson in its place in a course.
///
/// @param minutes about how long it takes, 0 when not said
/// @param parts   how many blocks it has
public record PlannedLesson(
        UUID id,
        UUID courseId,
        UUID sectionId,
        int version,
        String title,
        int minutes,
        int parts,
        CompletionRule rule) {}
