package vn.lopmo.lms.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.unit.Unit;

/// Of one school, or of a unit with what stands right below it.
///
/// @param unit the one that is looked at; null for a school's own people
/// @param path from the officer's unit to it
/// @param own  all units of the officer
record Report(
        LocalDate from,
        LocalDate to,
        @Nullable Name unit,
        List<Name> path,
        List<Name> own,
        List<Part> parts,
        Sum total,
        List<Sums.Week> weeks,
        List<ScoredLine> scored) {
    record Name(UUID id, Unit.Kind kind, String name) {
        static Name of(Unit unit) {
            return new Name(unit.id(), unit.kind(), unit.name());
        }
    }

    /// @param schools how many schools it has
    record Part(UUID id, Unit.Kind kind, String name, int schools, Sum sum) {}
}
