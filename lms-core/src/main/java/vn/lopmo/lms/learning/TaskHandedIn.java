package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.UUID;

/// A learner has handed his work in, the first time or again. Fired inside the service, in the
/// transaction of the change.
///
/// @param classId the class as whose member he did
/// @param late    after the day it was due
public record TaskHandedIn(
        UUID schoolId,
        UUID courseId,
        UUID lessonId,
        UUID taskId,
        UUID classId,
        String title,
        UUID learnerId,
        boolean late,
        Instant at) {}
