package vn.lopmo.lms.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A teacher has reminded learners of what they are behind with in a course. Fired inside the service, in the
/// transaction that keeps the reminders; each learner hears of a course once a day at most.
public record Reminded(UUID schoolId, UUID courseId, UUID teacherId, List<UUID> learnerIds, String text, Instant at) {}
