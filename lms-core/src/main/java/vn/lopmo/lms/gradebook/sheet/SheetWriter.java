package vn.lopmo.lms.gradebook.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Outcome;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.organisation.Person;

/// Writes a book as a mark sheet. What people typed goes in as text: a cell is never a formula.
final class SheetWriter {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int HEADER_ROW = 4;
    private static final int NARROW = 8;
    private static final int MIDDLE = 16;
    private static final int WIDE = 30;

    private final Place place;
    private final Form form;
    private final Map<String, String> codeOfPhrase;

    private SheetWriter(Place place, Form form, Map<String, String> codeOfPhrase) {
        this.place = place;
        this.form = form;
        this.codeOfPhrase = codeOfPhrase;
    }

    /// @param titles the lines above the header
    record Written(List<String> titles, List<Learner> learners) {}

    record Learner(Person person, SubjectYear year) {}

    /// @param codeOfPhrase the code of a comment by its text
    static byte[] write(Place place, Form form, Written content, Map<String, String> codeOfPhrase) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            new SheetWriter(place, form, codeOfPhrase).write(book.newWorksheet("Sổ điểm"), content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet, Written content) {
        for (int line = 0; line < content.titles.size(); line++) {
            sheet.value(line, 0, content.titles.get(line));
            sheet.style(line, 0).bold().set();
        }
        var heads = heads(content);
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(HEADER_ROW, column, heads.get(column).title());
            sheet.width(column, width(heads.get(column)));
        }
        sheet.range(HEADER_ROW, 0, HEADER_ROW, heads.size() - 1).style().bold().set();
        sheet.freezePane(0, HEADER_ROW + 1);
        int row = HEADER_ROW + 1;
        for (var learner : content.learners) {
            for (int column = 0; column < heads.size(); column++) {
                put(sheet, row, column, cell(heads.get(column), learner, row - HEADER_ROW));
            }
            row++;
        }
    }

    private List<Head> heads(Written content) {
        return form.heads(place).stream()
                .filter(head -> !Head.ONLY_IF_USED.contains(head)
                        || content.learners.stream().anyMatch(learner -> cell(head, learner, 0) != null))
                .toList();
    }

    private int width(Head head) {
        return switch (head) {
            case NAME -> WIDE;
            case REMARK, REMARK_TEXT, REMARK_MID, REMARK_END -> 2 * WIDE;
            case MINISTRY_CODE, CODE, BIRTH_DATE, REGULAR, LEVEL_MID, LEVEL_END, TEST_MID, TEST_END -> MIDDLE;
            default -> form == Form.TRAITS && head.slot() != null ? MIDDLE : NARROW;
        };
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Object text -> sheet.value(row, column, text.toString());
        }
    }

    private @Nullable Object cell(Head head, Learner learner, int number) {
        var person = learner.person;
        return switch (head) {
            case NUMBER -> number;
            case CLASS -> place.schoolClass().name();
            case CODE, MINISTRY_CODE -> person.code() == null ? person.username() : person.code();
            case NAME -> person.name();
            case BIRTH_DATE ->
                person.birthDate() == null ? null : person.birthDate().format(DAY);
            case REGULAR -> regular(learner.year);
            case AVERAGE, JUDGEMENT -> outcome(learner.year.term(place.term()));
            case REMARK_CODE -> codeOfPhrase.get(entries(learner).getOrDefault(Slot.NX, ""));
            default -> entry(learner, Objects.requireNonNull(head.slot()));
        };
    }

    private Map<Slot, String> entries(Learner learner) {
        return learner.year.entries(place.term());
    }

    private @Nullable Object entry(Learner learner, Slot slot) {
        var value = entries(learner).get(slot);
        var column = place.rule().column(place.term(), slot);
        if (value == null || column.isEmpty()) {
            return null;
        }
        var entry = column.get().entry();
        boolean score = (entry == Entry.SCORE || entry == Entry.WHOLE) && Character.isDigit(value.charAt(0));
        return score ? new BigDecimal(value) : entry.written(value);
    }

    private @Nullable String regular(SubjectYear year) {
        var entries = year.entries(place.term());
        var joined = Slot.REGULAR.stream()
                .filter(entries::containsKey)
                .map(slot -> place.rule()
                        .column(place.term(), slot)
                        .map(column -> column.entry().written(entries.getOrDefault(slot, "")))
                        .orElse(""))
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable Object outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Average average -> average.score().value();
            case Outcome.Judged judged -> judged.passed() ? "Đ" : "CĐ";
            case Outcome.Levelled levelled -> levelled.level();
            case Outcome.Missing ignored -> null;
            case Outcome.Exempt ignored -> null;
            case Outcome.NotTaken ignored -> null;
        };
    }
}
