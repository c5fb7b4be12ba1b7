package vn.lopmo.lms.gradebook.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.roster.BirthDates;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.platform.text.VietnameseText;

/// Reads the lines of a mark sheet for one book. A line that is wrong anywhere is not taken at all, and says why.
final class SheetReading {
    /// As many digits as a spreadsheet keeps; beyond them stands what binary fractions leave.
    private static final MathContext SPREADSHEET = new MathContext(15);

    private final Place place;
    private final SheetColumns columns;
    private final ClassList list;
    private final Map<String, String> phraseOfCode;
    private final Set<UUID> seen = new HashSet<>();

    SheetReading(Place place, SheetColumns columns, List<Person> learners, Map<String, String> phraseOfCode) {
        this.place = place;
        this.columns = columns;
        this.list = new ClassList(learners);
        this.phraseOfCode = phraseOfCode;
    }

    /// One line of the sheet.
    ///
    /// @param regular the joined regular scores in their order; null if the sheet has no such column or nothing in
    /// it
    /// @param reckoned the average or judgement that the sheet tells
    record Line(
            int row,
            String name,
            @Nullable Person learner,
            Map<Slot, String> values,
            @Nullable List<String> regular,
            String reckoned,
            List<Fault> faults) {}

    /// @param slug why the line is not taken
    /// @param detail what stands there, for the sentence
    record Fault(String slug, String detail) {}

    List<Line> lines() {
        return columns.lines().stream().map(this::line).toList();
    }

    private Line line(Sheet.Line line) {
        var faults = new ArrayList<Fault>();
        var learner = learner(line, faults);
        var values = new EnumMap<Slot, String>(Slot.class);
        for (var head : Head.values()) {
            var slot = head.slot();
            if (slot != null && columns.has(head)) {
                value(head.title(), text(line, head), slot, faults).ifPresent(value -> values.put(slot, value));
            }
        }
        remarkByCode(line, values);
        var reckoned = columns.has(Head.AVERAGE) ? text(line, Head.AVERAGE) : text(line, Head.JUDGEMENT);
        return new Line(
                line.number(), columns.text(line, Head.NAME), learner, values, regular(line, faults), reckoned, faults);
    }

    private @Nullable Person learner(Sheet.Line line, List<Fault> faults) {
        var className = columns.text(line, Head.CLASS);
        if (!className.isEmpty()
                && !className.equalsIgnoreCase(place.schoolClass().name())) {
            faults.add(new Fault("mark-row-other-class", className));
        }
        var codes = Stream.of(Head.MINISTRY_CODE, Head.CODE)
                .map(head -> columns.text(line, head))
                .filter(code -> !code.isEmpty())
                .toList();
        var found = list.find(codes, columns.text(line, Head.NAME), birthDate(line));
        if (found.problem() != null) {
            faults.add(new Fault(found.problem(), columns.text(line, Head.NAME)));
        }
        var person = found.person();
        if (person != null && !seen.add(person.id())) {
            faults.add(new Fault("mark-row-learner-twice", person.name()));
        }
        return person;
    }

    private @Nullable LocalDate birthDate(Sheet.Line line) {
        var cell = columns.cell(line, Head.BIRTH_DATE);
        return BirthDates.read(
                        cell,
                        columns.text(line, Head.BIRTH_DATE),
                        columns.sheet().from1904())
                .orElse(null);
    }

    private String text(Sheet.Line line, Head head) {
        var number = columns.cell(line, head).number();
        return number == null ? columns.text(line, head) : plain(number);
    }

    private static String plain(BigDecimal number) {
        var rounded = number.round(SPREADSHEET).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// Empty for an empty cell: a sheet never takes away what stands in the book.
    private Optional<String> value(String title, String text, Slot slot, List<Fault> faults) {
        var column = place.rule().column(place.term(), slot);
        if (text.isEmpty() || column.isEmpty()) {
            return Optional.empty();
        }
        var value = column.get().entry().read(text);
        if (value.isEmpty()) {
            faults.add(new Fault("mark-row-value-not-understood", title + ": " + text));
        }
        return value;
    }

    private void remarkByCode(Sheet.Line line, Map<Slot, String> values) {
        var phrase = phraseOfCode.get(columns.text(line, Head.REMARK_CODE));
        if (phrase != null) {
            values.putIfAbsent(Slot.NX, phrase);
        }
    }

    private @Nullable List<String> regular(Sheet.Line line, List<Fault> faults) {
        var text = text(line, Head.REGULAR);
        if (text.isEmpty()) {
            return null;
        }
        var values = new ArrayList<String>();
        for (var part : VietnameseText.tidy(text.replace(';', ' ')).split(" ")) {
            value(Head.REGULAR.title(), part, Slot.TX1, faults).ifPresent(values::add);
        }
        if (values.size() > Slot.REGULAR.size()) {
            faults.add(new Fault("mark-row-too-many-scores", text));
            return null;
        }
        return values;
    }
}
