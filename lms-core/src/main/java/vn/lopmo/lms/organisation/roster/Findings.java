package vn.lopmo.lms.organisation.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a whole list would do.
///
/// @param links what is to be done besides of single people; null if nothing can be
record Findings(List<Finding> rows, @Nullable Links links) {}
