package vn.lopmo.lms.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.unit.Unit;
import vn.lopmo.lms.organisation.unit.Units;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Whose sums somebody reads: head and administrator those of their school; an officer those of the units that he
/// belongs to today and of all that stand below, down to a school's sums and no further.
@ApplicationScoped
class Reach {
    /// @param unit the one that is looked at; null for a school's own people
    /// @param path from the officer's unit to it
    /// @param own  all units of the officer
    record Seen(@Nullable Unit unit, List<Unit> path, List<Unit> own, List<Part> parts) {
        List<UUID> schools() {
            return parts.stream().flatMap(part -> part.schools.stream()).toList();
        }
    }

    /// What stands right below, or the school itself.
    record Part(UUID id, Unit.Kind kind, String name, List<UUID> schools) {}

    private final Schools schools;
    private final Units units;
    private final Clock clock;

    Reach(Schools schools, Units units, Clock clock) {
        this.schools = schools;
        this.units = units;
        this.clock = clock;
    }

    /// @param asked null for the highest of his
    /// @throws Refusal.NotFound  for a unit that is none of the caller's
    /// @throws Refusal.Forbidden for everybody else, and an officer who belongs nowhere
    Seen of(Caller caller, @Nullable UUID asked) {
        return switch (ReportPolicy.reach(caller)) {
            case SCHOOL -> {
                var own = schools.get(caller.schoolId());
                var part = new Part(own.id(), Unit.Kind.SCHOOL, own.name(), List.of(own.id()));
                yield new Seen(null, List.of(), List.of(), List.of(part));
            }
            case AREA -> ofOfficer(caller, asked);
        };
    }

    private Seen ofOfficer(Caller caller, @Nullable UUID asked) {
        var own = units.ofOfficer(caller.id(), LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM));
        if (own.isEmpty()) {
            throw new Refusal.Forbidden("officer-without-unit");
        }
        var unit = asked == null ? own.getFirst() : units.get(asked);
        return new Seen(unit, path(unit, own), own, parts(unit));
    }

    /// @throws Refusal.NotFound if none of the officer's own stands above
    private List<Unit> path(Unit unit, List<Unit> own) {
        var path = new ArrayList<Unit>();
        path.add(unit);
        while (!own.contains(path.getFirst())) {
            var above = path.getFirst().parentId();
            if (above == null) {
                throw new Refusal.NotFound("unit-not-found");
            }
            path.addFirst(units.get(above));
        }
        return path;
    }

    private List<Part> parts(Unit unit) {
        return unit.kind() == Unit.Kind.SCHOOL
                ? List.of(part(unit))
                : units.under(unit.id()).stream().map(this::part).toList();
    }

    private Part part(Unit unit) {
        var of = unit.kind() == Unit.Kind.SCHOOL
                ? List.of(Objects.requireNonNull(unit.schoolId()))
                : units.schoolsIn(unit.id());
        return new Part(unit.id(), unit.kind(), unit.name(), of);
    }
}
