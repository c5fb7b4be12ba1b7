package vn.lopmo.lms.organisation.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.organisation.unit.Unit.Kind;
import vn.lopmo.lms.organisation.unit.UnitLine.Change;
import vn.lopmo.lms.organisation.unit.UnitLine.Column;
import vn.lopmo.lms.organisation.unit.UnitLine.Verdict;
import vn.lopmo.platform.id.Ids;

class UnitSheetReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID OFFICER = UUID.randomUUID();

    private final List<Unit> units = new ArrayList<>();
    private final List<UUID> named = new ArrayList<>();
    private final List<UnitSheetReading.Step> steps = new ArrayList<>();

    private final Unit department = unit(Kind.DEPARTMENT, "Sở Sơn La", null, "14");
    private final Unit commune = unit(Kind.COMMUNE, "Xã Mường Bú", department, "03976");
    private final Unit unnumbered = unit(Kind.COMMUNE, "Phường Tô Hiệu", department, null);
    private final Unit school = unit(Kind.SCHOOL, "THCS Mường Bú", commune, "14A01");

    private Unit unit(Kind kind, String name, @Nullable Unit above, @Nullable String code) {
        var school = kind == Kind.SCHOOL ? UUID.randomUUID() : null;
        var made = new Unit(Ids.next(NOW), kind, name, above == null ? null : above.id(), school, code);
        units.add(made);
        return made;
    }

    private int number;

    private UnitTable.Row row(String code, String name, @Nullable Kind kind, String parent, String... officers) {
        return new UnitTable.Row(++number, code, name, kind, parent, List.of(officers));
    }

    private List<UnitLine> read(UnitTable.Row... rows) {
        var staff = new UnitSheetReading.Staff() {
            @Override
            public Optional<UUID> officer(String username) {
                return username.equalsIgnoreCase("canbo") ? Optional.of(OFFICER) : Optional.empty();
            }

            @Override
            public boolean isNamed(UUID unitId, UUID personId, LocalDate on) {
                return named.contains(unitId);
            }
        };
        steps.clear();
        return new UnitSheetReading(new UnitTree(units), staff, Locale.of("vi"), NOW, TODAY)
                .lines(List.of(rows), steps::add);
    }

    private static List<String> slugs(UnitLine line) {
        return line.reasons().stream().map(UnitLine.Reason::slug).toList();
    }

    @Test
    void whatIsAlreadySoChangesNothing() {
        var lines = read(
                row("14", "Sở Sơn La", Kind.DEPARTMENT, ""),
                row("3976", "Xã Mường Bú", Kind.COMMUNE, "14"),
                row("", "Phường Tô Hiệu", Kind.COMMUNE, "Sở Sơn La"),
                row("14a01", "một tên khác", Kind.SCHOOL, "03976"));

        assertTrue(lines.stream().allMatch(line -> line.verdict() == Verdict.UNCHANGED), lines.toString());
        assertTrue(steps.isEmpty());
    }

    @Test
    void aTreeIsReadInWhateverOrderItsLinesStand() {
        var lines = read(
                row("14A01", "", Kind.SCHOOL, "04000"),
                row("04000", "Xã Mới", Kind.COMMUNE, "99"),
                row("99", "Sở Mới", Kind.DEPARTMENT, ""));

        assertEquals(List.of("unit-row-no-name"), slugs(lines.getFirst()));
        assertEquals(
                List.of(Verdict.NEW, Verdict.NEW),
                List.of(lines.get(1).verdict(), lines.get(2).verdict()));
        assertEquals(
                List.of("Sở Mới", "Xã Mới"),
                steps.stream().map(step -> step.unit().name()).toList());
        assertEquals(steps.getFirst().unit().id(), steps.getLast().unit().parentId());
    }

    @Test
    void aCodeFindsTheUnitThatIsRenamedAndMoved() {
        var other = unit(Kind.DEPARTMENT, "Sở Lai Châu", null, "12");

        var line = read(row("03976", "Xã Mường Bú Mới", Kind.COMMUNE, "Sở Lai Châu"))
                .getFirst();

        assertEquals(Verdict.CHANGED, line.verdict());
        assertEquals(
                List.of(
                        new Change(Column.NAME, "Xã Mường Bú", "Xã Mường Bú Mới"),
                        new Change(Column.PARENT, "Sở Sơn La", "Sở Lai Châu")),
                line.changes());
        assertEquals(commune.id(), steps.getFirst().unit().id());
        assertEquals(other.id(), steps.getFirst().unit().parentId());
    }

    @Test
    void aNameInItsPlaceFindsTheUnitThatHasNoCodeYet() {
        var line = read(row("03646", "phường tô hiệu", Kind.COMMUNE, "14")).getFirst();

        assertEquals(
                List.of(Column.CODE, Column.NAME),
                line.changes().stream().map(Change::column).toList());
        assertEquals(unnumbered.id(), steps.getFirst().unit().id());
    }

    @Test
    void anEmptyCellLeavesWhereItStands() {
        var lines = read(row("03976", "Xã Mường Bú", Kind.COMMUNE, ""), row("", "Phường Tô Hiệu", Kind.COMMUNE, ""));

        assertTrue(lines.stream().allMatch(line -> line.verdict() == Verdict.UNCHANGED), lines.toString());
    }

    @Test
    void anOfficerIsNamedOnce() {
        var first = read(row("14", "Sở Sơn La", Kind.DEPARTMENT, "", "canbo")).getFirst();
        assertEquals(List.of(new Change(Column.OFFICERS, "", "canbo")), first.changes());
        assertEquals(List.of(OFFICER), steps.getFirst().officers());

        named.add(department.id());
        assertEquals(
                Verdict.UNCHANGED,
                read(row("14", "Sở Sơn La", Kind.DEPARTMENT, "", "canbo"))
                        .getFirst()
                        .verdict());
    }

    @Test
    void anOfficerWhoStandsTwiceInACellIsNamedOnce() {
        var line = read(row("14", "Sở Sơn La", Kind.DEPARTMENT, "", "Canbo", "canbo"))
                .getFirst();

        assertEquals(List.of(new Change(Column.OFFICERS, "", "Canbo")), line.changes());
        assertEquals(List.of(OFFICER), steps.getFirst().officers());
    }

    @Test
    void everyBadLineIsNamedWithAllItsFaults() {
        var lines = read(
                row("", "Gì đó", null, ""),
                row("14", "", Kind.DEPARTMENT, ""),
                row("14", "Sở Sơn La", Kind.DEPARTMENT, ""),
                row("05000", "Xã Lạc", Kind.COMMUNE, "không có"),
                row("05001", "Xã Lồng", Kind.COMMUNE, "03976"),
                row("03976", "Sở Giả", Kind.DEPARTMENT, ""),
                row("00000X", "Trường ma", Kind.SCHOOL, "14", "ai"),
                row("05002", "Xã Mường Bú", Kind.COMMUNE, "14"),
                row("05003", "X".repeat(151), Kind.COMMUNE, "14"));

        assertEquals(
                List.of(
                        List.of("unit-row-kind-unknown"),
                        List.of("unit-row-no-name"),
                        List.of("unit-row-code-twice"),
                        List.of("unit-row-parent-unknown"),
                        List.of("unit-row-parent-wrong"),
                        List.of("unit-row-kind-differs"),
                        List.of("unit-row-school-unknown", "unit-row-officer-unknown"),
                        List.of("unit-row-name-taken"),
                        List.of("unit-row-name-long")),
                lines.stream().map(UnitSheetReadingTest::slugs).toList());
        assertTrue(steps.isEmpty());
    }

    @Test
    void ofTwoUnitsOfOneNameTheCodeSaysWhich() {
        var lai = unit(Kind.DEPARTMENT, "Sở Lai Châu", null, "12");
        unit(Kind.COMMUNE, "Xã Mường Bú", lai, "03400");

        var lines = read(
                row("14A01", "THCS Mường Bú", Kind.SCHOOL, "Xã Mường Bú"), row("", "Xã Mường Bú", Kind.COMMUNE, "12"));

        assertEquals(List.of("unit-row-parent-several"), slugs(lines.getFirst()));
        assertEquals(Verdict.UNCHANGED, lines.getLast().verdict());
    }

    @Test
    void aSchoolIsPlacedAndNeverRenamed() {
        read(row("14A01", "THCS Tên Mới", Kind.SCHOOL, "14"));

        assertEquals(school.name(), steps.getFirst().unit().name());
        assertEquals(department.id(), steps.getFirst().unit().parentId());
        assertEquals(school.schoolId(), steps.getFirst().unit().schoolId());
    }
}
