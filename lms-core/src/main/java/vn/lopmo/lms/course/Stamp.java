package vn.lopmo.lms.course;

import java.time.Instant;
import java.util.UUID;

/// Who sends something, from which open page, and when.
///
/// @param device one page of one browser: two tabs are two
record Stamp(UUID by, UUID device, Instant at) {}
