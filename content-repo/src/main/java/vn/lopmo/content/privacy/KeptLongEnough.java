package vn.lopmo.content.privacy;

import java.util.UUID;

/// What lms-core tells when the school has kept something of a pupil who left for as long as it wants it.
///
/// @param matter one of lms-core's; others than this service's concern it not
public record KeptLongEnough(UUID schoolId, UUID personId, String matter) {}
