package vn.lopmo.lms.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Of one school, or of those of an area with their total.
record Report(
        LocalDate from,
        LocalDate to,
        List<OfSchool> schools,
        Sum total,
        List<Sums.Week> weeks,
        List<ScoredLine> scored) {
    record OfSchool(UUID id, String name, Sum sum) {}
}
