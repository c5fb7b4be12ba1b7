package vn.lopmo.lms.course;

import java.util.List;
import java.util.UUID;

/// A lesson as lists for learners need it: what it is called, what it consists of, what finishing it gives evidence
/// for.
///
/// @param minutes about how long it takes, 0 when not said
public record PublishedLesson(
        UUID id,
        UUID courseId,
        UUID sectionId,
        int version,
        String title,
        int minutes,
        List<String> blockIds,
        List<String> carries) {}
