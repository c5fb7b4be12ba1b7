package vn.lopmo.lms.organisation.unit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// The units as they would be: a sheet is read into it line by line, so that a line finds what those above it made.
/// For one thread.
final class UnitTree {
    private final Map<UUID, Unit> units = new HashMap<>();
    private final Map<String, UUID> byCode = new HashMap<>();
    private final Map<String, UUID> byPlace = new HashMap<>();

    UnitTree(Collection<Unit> all) {
        all.forEach(this::put);
    }

    /// In the place of the one with its id, if there was one.
    void put(Unit unit) {
        var before = units.put(unit.id(), unit);
        if (before != null) {
            byPlace.remove(place(before.kind(), before.name(), before.parentId()));
            byCode.remove(codeOf(before));
        }
        // names of schools are their own, and may be the same
        if (unit.kind() != Unit.Kind.SCHOOL) {
            byPlace.put(place(unit.kind(), unit.name(), unit.parentId()), unit.id());
        }
        if (unit.code() != null) {
            byCode.put(codeOf(unit), unit.id());
        }
    }

    Optional<Unit> get(@Nullable UUID id) {
        return Optional.ofNullable(id).map(units::get);
    }

    Optional<Unit> coded(boolean school, String code) {
        return get(byCode.get(codeKey(school, code)));
    }

    Optional<Unit> at(Unit.Kind kind, String name, @Nullable UUID parent) {
        return get(byPlace.get(place(kind, name, parent)));
    }

    /// Departments and communes of a name, without accents too.
    List<Unit> named(String name) {
        var wanted = VietnameseText.fold(name);
        return units.values().stream()
                .filter(unit -> unit.kind() != Unit.Kind.SCHOOL)
                .filter(unit -> VietnameseText.fold(unit.name()).equals(wanted))
                .toList();
    }

    private static String place(Unit.Kind kind, String name, @Nullable UUID parent) {
        return kind + "/" + parent + "/" + name.toLowerCase(Locale.ROOT);
    }

    private static String codeOf(Unit unit) {
        return codeKey(unit.kind() == Unit.Kind.SCHOOL, unit.code() == null ? "" : unit.code());
    }

    /// A school's code is the ministry's, a commune's the state's: they are numbered apart.
    private static String codeKey(boolean school, String code) {
        return (school ? "school/" : "unit/") + Unit.keyOf(code);
    }
}
