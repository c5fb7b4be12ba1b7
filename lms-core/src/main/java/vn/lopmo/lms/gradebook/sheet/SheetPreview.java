package vn.lopmo.lms.gradebook.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.lms.gradebook.book.Cell;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.refusal.Titles;

/// What a mark sheet would change in a book, and which of its lines cannot be taken.
///
/// @param absent learners of the class whom the sheet does not name
record SheetPreview(
        String fileName, int rows, int unchanged, List<Difference> changes, List<BadRow> bad, List<String> absent) {
    /// @param version of the cell, to be sent back when it is applied
    record Difference(int row, UUID learnerId, String name, String slot, String from, String to, int version) {}

    record BadRow(int row, String name, List<Reason> reasons) {}

    record Reason(String slug, String title) {}

    /// @param standing the cells of the book
    static SheetPreview of(
            String fileName,
            Place place,
            List<SheetReading.Line> lines,
            List<Person> learners,
            List<Cell> standing,
            Locale locale) {
        var known = standing.stream()
                .filter(cell -> cell.term() == place.term())
                .collect(Collectors.groupingBy(Cell::learnerId, Collectors.toMap(Cell::slot, Function.identity())));
        var changes = new ArrayList<Difference>();
        var bad = new ArrayList<BadRow>();
        int unchanged = 0;
        for (var line : lines) {
            var person = line.learner();
            if (person == null || !line.faults().isEmpty()) {
                bad.add(bad(line, locale));
                continue;
            }
            var differences = differences(line, person.id(), known.getOrDefault(person.id(), Map.of()));
            unchanged += differences.isEmpty() ? 1 : 0;
            changes.addAll(differences);
        }
        var named = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.learner()))
                .map(Person::id)
                .collect(Collectors.toSet());
        return new SheetPreview(
                fileName,
                lines.size(),
                unchanged,
                changes,
                bad,
                learners.stream()
                        .filter(each -> !named.contains(each.id()))
                        .map(Person::name)
                        .toList());
    }

    private static BadRow bad(SheetReading.Line line, Locale locale) {
        return new BadRow(
                line.row(),
                line.name(),
                line.faults().stream()
                        .map(fault -> new Reason(fault.slug(), Titles.of(fault.slug(), locale, fault.detail())))
                        .toList());
    }

    private static List<Difference> differences(SheetReading.Line line, UUID learnerId, Map<Slot, Cell> known) {
        var wanted = new EnumMap<Slot, String>(Slot.class);
        var regular = line.regular();
        if (regular != null && !regular.equals(joined(known))) {
            for (int n = 0; n < regular.size(); n++) {
                wanted.put(Slot.REGULAR.get(n), regular.get(n));
            }
            emptied(regular.size(), known, wanted);
        }
        wanted.putAll(line.values());
        var differences = new ArrayList<Difference>();
        wanted.forEach((slot, value) -> {
            var cell = known.get(slot);
            var from = cell == null ? "" : cell.value();
            if (!from.equals(value)) {
                differences.add(new Difference(
                        line.row(),
                        learnerId,
                        line.name(),
                        slot.code(),
                        from,
                        value,
                        cell == null ? 0 : cell.version()));
            }
        });
        return differences;
    }

    /// The joined column tells all the regular scores there are: what stands behind the last of them is gone.
    private static void emptied(int from, Map<Slot, Cell> known, Map<Slot, String> wanted) {
        for (int n = from; n < Slot.REGULAR.size(); n++) {
            if (!value(known, Slot.REGULAR.get(n)).isEmpty()) {
                wanted.put(Slot.REGULAR.get(n), "");
            }
        }
    }

    private static List<String> joined(Map<Slot, Cell> known) {
        return Slot.REGULAR.stream()
                .map(slot -> value(known, slot))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String value(Map<Slot, Cell> known, Slot slot) {
        var cell = known.get(slot);
        return cell == null ? "" : cell.value();
    }
}
