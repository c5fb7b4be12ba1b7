package vn.lopmo.content.bookmark;

import java.time.Instant;
import java.util.UUID;

/// Where somebody is in a file.
///
/// @param n the page; of a film or a recording, the second
/// @param within how far down the page, 0 to 1
/// @param share how far through the whole file, 0 to 1
record Position(UUID fileId, UUID materialId, int n, double within, double share, Instant at) {
    /// From here on it is read: it needs no "continue" any more.
    static final double READ = 0.98;
}
