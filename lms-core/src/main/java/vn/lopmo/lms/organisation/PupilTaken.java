package vn.lopmo.lms.organisation;

import java.time.Instant;
import java.util.UUID;

/// A school has taken a pupil of another school of this install. Fired inside the transaction that does it: every slice
/// that has something which goes along brings it over. Whatever is not brought stays the old school's.
///
/// @param before who he was at the old school
/// @param pupil who he is at the new one
public record PupilTaken(UUID fromSchool, UUID before, UUID school, UUID pupil, Instant at) {}
