package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Lessons were copied into a course; told to the other slices inside the copying transaction, so that what they keep
/// of the lessons (rules, days, what tasks ask for) goes along. Blocks have kept their ids.
///
/// @param sections the copies by what they were copied from; none where a lesson was taken over alone
/// @param lessons  the same of lessons
/// @param classIds the classes of the copy
/// @param days     where a slice says what became of the days that it keeps
public record CourseCopied(
        UUID schoolId,
        UUID fromId,
        UUID intoId,
        Map<UUID, UUID> sections,
        Map<UUID, UUID> lessons,
        Set<UUID> classIds,
        UUID by,
        Instant at,
        CopiedDays days) {}
