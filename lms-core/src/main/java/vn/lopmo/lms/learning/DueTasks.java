package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The tasks that a learner should hand in, for his first page.
public interface DueTasks {
    record Due(
            UUID taskId,
            UUID lessonId,
            String blockId,
            String title,
            String courseTitle,
            String subject,
            Instant until) {}

    /// Those not handed in whose day lies between; what was given back for another try counts as not handed in.
    List<Due> of(UUID learnerId, UUID schoolId, Instant from, Instant until);
}
