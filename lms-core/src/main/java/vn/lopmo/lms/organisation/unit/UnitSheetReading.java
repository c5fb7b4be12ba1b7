package vn.lopmo.lms.organisation.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.unit.UnitLine.Change;
import vn.lopmo.lms.organisation.unit.UnitLine.Column;
import vn.lopmo.lms.organisation.unit.UnitLine.Reason;
import vn.lopmo.lms.organisation.unit.UnitLine.Verdict;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Titles;

/// One reading of a sheet of units against those that there are. A line finds its unit by its code, else by kind, name
/// and place; a school is found by its code alone and never made here. An empty cell changes nothing. What stands above
/// is read first, so that the order of the lines does not matter.
final class UnitSheetReading {
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_CODE = 30;

    /// What a sound line asks for.
    ///
    /// @param officers those to be named besides
    record Step(Unit unit, boolean isNew, boolean isMoved, List<UUID> officers) {}

    /// Who is an officer, and where already.
    interface Staff {
        Optional<UUID> officer(String username);

        boolean isNamed(UUID unitId, UUID personId, LocalDate on);
    }

    private final UnitTree tree;
    private final Staff staff;
    private final Locale locale;
    private final Instant now;
    private final LocalDate today;
    private final Set<String> codes = new HashSet<>();
    private final Set<UUID> met = new HashSet<>();

    UnitSheetReading(UnitTree tree, Staff staff, Locale locale, Instant now, LocalDate today) {
        this.tree = tree;
        this.staff = staff;
        this.locale = locale;
        this.now = now;
        this.today = today;
    }

    /// @param sound gets each line that is to be done, in an order in which it can be
    /// @return in the order of the sheet
    List<UnitLine> lines(List<UnitTable.Row> rows, Consumer<Step> sound) {
        return rows.stream()
                .sorted(Comparator.comparing(UnitTable.Row::kind, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(row -> new OneRow(row).read(sound))
                .sorted(Comparator.comparingInt(UnitLine::sheetRow))
                .toList();
    }

    /// Units that the sheet named.
    Set<UUID> met() {
        return met;
    }

    private final class OneRow {
        private final UnitTable.Row row;
        private final List<Reason> faults = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<UUID> officers = new ArrayList<>();

        OneRow(UnitTable.Row row) {
            this.row = row;
        }

        UnitLine read(Consumer<Step> sound) {
            var kind = row.kind();
            // named, even if the line cannot be taken
            coded().ifPresent(unit -> met.add(unit.id()));
            checkCells();
            if (kind == null || !faults.isEmpty()) {
                return line(Verdict.REJECTED);
            }
            var above = above(kind);
            var before = before(kind, above);
            before.ifPresent(unit -> met.add(unit.id()));
            var wanted = wanted(kind, before, above);
            checkFree(wanted);
            var people = people();
            if (!faults.isEmpty()) {
                return line(Verdict.REJECTED);
            }
            before.ifPresent(unit -> compare(unit, wanted));
            boolean isMoved = !changes.isEmpty();
            people.forEach((person, username) -> name(wanted, username, person));
            tree.put(wanted);
            met.add(wanted.id());
            var verdict = before.isEmpty() ? Verdict.NEW : changes.isEmpty() ? Verdict.UNCHANGED : Verdict.CHANGED;
            if (verdict != Verdict.UNCHANGED) {
                sound.accept(new Step(wanted, before.isEmpty(), isMoved, List.copyOf(officers)));
            }
            return line(verdict);
        }

        private void checkCells() {
            if (row.kind() == null) {
                fault(Column.KIND, "unit-row-kind-unknown");
            }
            if (row.name().isEmpty()) {
                fault(Column.NAME, "unit-row-no-name");
            }
            if (row.name().length() > LONGEST_NAME) {
                fault(Column.NAME, "unit-row-name-long");
            }
            if (row.code().length() > LONGEST_CODE) {
                fault(Column.CODE, "unit-row-code-long");
            }
            var key = (row.kind() == Unit.Kind.SCHOOL) + Unit.keyOf(row.code());
            if (!row.code().isEmpty() && !codes.add(key)) {
                fault(Column.CODE, "unit-row-code-twice");
            }
        }

        /// By its code, else by its name.
        private @Nullable Unit above(Unit.Kind kind) {
            if (row.parent().isEmpty()) {
                return null;
            }
            var found = tree.coded(false, row.parent()).map(List::of).orElseGet(() -> tree.named(row.parent()));
            if (found.size() != 1) {
                fault(Column.PARENT, found.isEmpty() ? "unit-row-parent-unknown" : "unit-row-parent-several");
                return null;
            }
            if (!kind.mayStandUnder(found.getFirst().kind())) {
                fault(Column.PARENT, "unit-row-parent-wrong");
            }
            return found.getFirst();
        }

        private Optional<Unit> before(Unit.Kind kind, @Nullable Unit above) {
            boolean isSchool = kind == Unit.Kind.SCHOOL;
            var coded = coded();
            if (isSchool && coded.isEmpty()) {
                fault(Column.CODE, "unit-row-school-unknown");
            }
            coded.filter(unit -> unit.kind() != kind).ifPresent(unit -> fault(Column.KIND, "unit-row-kind-differs"));
            // one that has a code of its own is another one
            return coded.or(() -> byPlace(kind, above)
                    .filter(unit -> unit.code() == null || row.code().isEmpty()));
        }

        private Optional<Unit> coded() {
            return row.code().isEmpty() ? Optional.empty() : tree.coded(row.kind() == Unit.Kind.SCHOOL, row.code());
        }

        private Optional<Unit> byPlace(Unit.Kind kind, @Nullable Unit above) {
            if (above != null || !row.parent().isEmpty()) {
                return tree.at(kind, row.name(), above == null ? null : above.id());
            }
            var anywhere = tree.named(row.name()).stream()
                    .filter(unit -> unit.kind() == kind)
                    .toList();
            return tree.at(kind, row.name(), null)
                    .or(() -> anywhere.size() == 1 ? Optional.of(anywhere.getFirst()) : Optional.empty());
        }

        private Unit wanted(Unit.Kind kind, Optional<Unit> before, @Nullable Unit above) {
            var code = row.code().isEmpty() ? null : row.code();
            if (before.isEmpty()) {
                return new Unit(Ids.next(now), kind, row.name(), above == null ? null : above.id(), null, code);
            }
            var unit = before.get();
            boolean keeps = code == null
                    || unit.code() != null && Unit.keyOf(unit.code()).equals(Unit.keyOf(code));
            return new Unit(
                    unit.id(),
                    unit.kind(),
                    kind == Unit.Kind.SCHOOL ? unit.name() : row.name(),
                    above == null ? unit.parentId() : above.id(),
                    unit.schoolId(),
                    keeps ? unit.code() : code);
        }

        private void checkFree(Unit wanted) {
            if (wanted.kind() == Unit.Kind.SCHOOL) {
                return;
            }
            tree.at(wanted.kind(), wanted.name(), wanted.parentId())
                    .filter(other -> !other.id().equals(wanted.id()))
                    .ifPresent(other -> fault(Column.NAME, "unit-row-name-taken"));
        }

        /// Each once, however often and however he is written, by the name that he has in the cell.
        private Map<UUID, String> people() {
            var found = new LinkedHashMap<UUID, String>();
            for (var username : row.officers()) {
                staff.officer(username)
                        .ifPresentOrElse(
                                person -> found.putIfAbsent(person, username),
                                () -> fault(Column.OFFICERS, "unit-row-officer-unknown", username));
            }
            return found;
        }

        private void compare(Unit before, Unit wanted) {
            differ(Column.CODE, text(before.code()), text(wanted.code()));
            differ(Column.NAME, before.name(), wanted.name());
            differ(
                    Column.PARENT,
                    nameOf(before.parentId()),
                    nameOf(wanted.parentId()),
                    !Objects.equals(before.parentId(), wanted.parentId()));
        }

        private void differ(Column column, String from, String to) {
            differ(column, from, to, !from.equals(to));
        }

        private void differ(Column column, String from, String to, boolean differs) {
            if (differs) {
                changes.add(new Change(column, from, to));
            }
        }

        private void name(Unit unit, String username, UUID person) {
            if (!staff.isNamed(unit.id(), person, today)) {
                officers.add(person);
                changes.add(new Change(Column.OFFICERS, "", username));
            }
        }

        private String nameOf(@Nullable UUID id) {
            return tree.get(id).map(Unit::name).orElse("");
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }

        private void fault(Column column, String slug, Object... arguments) {
            faults.add(new Reason(column, slug, Titles.of(slug, locale, arguments)));
        }

        private UnitLine line(Verdict verdict) {
            return new UnitLine(
                    row.number(),
                    verdict,
                    row.code(),
                    row.name(),
                    row.kind(),
                    row.parent(),
                    verdict == Verdict.REJECTED ? List.of() : List.copyOf(changes),
                    List.copyOf(faults));
        }
    }
}
