package vn.lopmo.lms.organisation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.time.ClockSource;

/// Units and their officers from a sheet, and into one. Whoever is no more in the sheet stays where he is: a sheet adds
/// and changes, it takes nothing away.
@ApplicationScoped
class UnitSheet {
    /// @param applied whether the sound lines were done
    /// @param absent  departments and communes that the sheet does not name; they stay
    record View(boolean applied, List<UnitLine> rows, List<String> absent) {}

    private final Units units;
    private final UnitOfficers officers;
    private final Clock clock;

    UnitSheet(Units units, UnitOfficers officers, Clock clock) {
        this.units = units;
        this.officers = officers;
        this.clock = clock;
    }

    /// @param by who names the officers, if it is applied
    View read(String fileName, byte[] file, boolean apply, UUID by, Locale locale) {
        var rows = UnitTable.read(fileName, file);
        if (apply) {
            units.hold();
        }
        var all = units.all();
        var now = clock.instant();
        var reading = new UnitSheetReading(new UnitTree(all), staff(), locale, now, today());
        var lines = reading.lines(rows, step -> {
            if (apply) {
                take(step, by);
            }
        });
        var absent = all.stream()
                .filter(unit ->
                        unit.kind() != Unit.Kind.SCHOOL && !reading.met().contains(unit.id()))
                .map(Unit::name)
                .toList();
        return new View(apply, lines, absent);
    }

    private UnitSheetReading.Staff staff() {
        var known = officers.candidates().stream()
                .collect(Collectors.toMap(
                        candidate -> candidate.username().toLowerCase(Locale.ROOT),
                        UnitOfficers.Candidate::personId,
                        (one, other) -> one));
        return new UnitSheetReading.Staff() {
            @Override
            public Optional<UUID> officer(String username) {
                return Optional.ofNullable(known.get(username.toLowerCase(Locale.ROOT)));
            }

            @Override
            public boolean isNamed(UUID unitId, UUID personId, LocalDate on) {
                return officers.isNamed(unitId, personId, on);
            }
        };
    }

    private void take(UnitSheetReading.Step step, UUID by) {
        var now = clock.instant();
        if (step.isNew()) {
            units.add(step.unit(), now);
        } else if (step.isMoved()) {
            units.put(step.unit());
        }
        step.officers().forEach(person -> officers.put(step.unit().id(), person, today(), null, by, now));
    }

    /// All units as they are: to be filled in, and to be read again.
    byte[] write() {
        var all = units.all();
        var byId = all.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var serving = officers.all().stream()
                .filter(line -> line.endsOn() == null || !line.endsOn().isBefore(today()))
                .collect(Collectors.groupingBy(
                        UnitOfficers.Line::unitId,
                        Collectors.mapping(UnitOfficers.Line::username, Collectors.toList())));
        return UnitTable.write(all.stream()
                .sorted(Comparator.comparing(Unit::kind))
                .map(unit -> row(unit, byId, serving))
                .toList());
    }

    private static UnitTable.Row row(Unit unit, Map<UUID, Unit> all, Map<UUID, List<String>> serving) {
        return new UnitTable.Row(
                0,
                unit.code() == null ? "" : unit.code(),
                unit.name(),
                unit.kind(),
                nameIn(unit.parentId() == null ? null : all.get(unit.parentId())),
                serving.getOrDefault(unit.id(), List.of()));
    }

    private static String nameIn(@Nullable Unit above) {
        if (above == null) {
            return "";
        }
        return above.code() == null ? above.name() : above.code();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
    }
}
