package vn.lopmo.lms.gradebook.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.ClassSheetResource.Row;
import vn.lopmo.lms.gradebook.book.ClassSheetResource.Sheet;
import vn.lopmo.lms.gradebook.book.GivenAward.AwardKind;
import vn.lopmo.lms.gradebook.rules.Award;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.PrimaryAward;
import vn.lopmo.lms.gradebook.rules.Trait;
import vn.lopmo.lms.organisation.SubjectNames;

/// A class sheet as a workbook, in Vietnamese like every sheet of the ministry's.
final class ClassSheetBook {
    private static final int HEADER_ROW = 2;
    private static final int NARROW = 7;
    private static final int MIDDLE = 14;
    private static final int NAME = 28;
    private static final int SENTENCE = 70;

    static final Locale LANGUAGE = Locale.of("vi");
    private static final PromotionWords WORDS = PromotionWords.in(LANGUAGE);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private record Column(String title, int width) {}

    private ClassSheetBook() {}

    static byte[] write(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            write(book.newWorksheet("Tổng hợp"), sheet);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, Sheet sheet) {
        page.value(0, 0, "Bảng tổng hợp lớp " + sheet.className() + ", " + title(sheet.period()));
        page.style(0, 0).bold().set();
        var columns = columns(sheet);
        for (int column = 0; column < columns.size(); column++) {
            page.value(HEADER_ROW, column, columns.get(column).title);
            page.width(column, columns.get(column).width);
            page.style(HEADER_ROW, column).bold().wrapText(true).set();
        }
        page.freezePane(2, HEADER_ROW + 1);
        int row = HEADER_ROW + 1;
        for (var learner : sheet.rows()) {
            var values = values(sheet, learner, row - HEADER_ROW);
            for (int column = 0; column < values.size(); column++) {
                put(page, row, column, values.get(column));
            }
            row++;
        }
    }

    private static String title(Period period) {
        return switch (period) {
            case FIRST_TERM -> "học kì I";
            case SECOND_TERM -> "học kì II";
            case YEAR -> "cả năm";
            case AFTER_SUMMER -> "sau hè";
        };
    }

    private static List<Column> columns(Sheet sheet) {
        var columns = new ArrayList<>(List.of(new Column("STT", NARROW), new Column("Họ và tên", NAME)));
        sheet.subjects().forEach(each -> columns.add(new Column(SubjectNames.of(each.subject()), MIDDLE)));
        if (sheet.primary()) {
            Arrays.stream(Trait.values()).forEach(each -> columns.add(new Column(each.title(), MIDDLE)));
            columns.add(new Column("Kết quả năm học", MIDDLE));
            if (sheet.period() == Period.YEAR) {
                columns.add(new Column("Khen thưởng", NAME));
            }
        } else {
            columns.add(new Column("Kết quả học tập", MIDDLE));
            columns.add(new Column("Kết quả rèn luyện", MIDDLE));
            columns.add(new Column("Danh hiệu", MIDDLE));
        }
        if (sheet.period() == Period.YEAR) {
            columns.add(new Column("Khen đột xuất", SENTENCE));
        }
        columns.add(new Column("Số buổi nghỉ", MIDDLE));
        if (!sheet.period().isTerm()) {
            columns.add(new Column("Lên lớp", NAME));
            columns.add(new Column("Lí do", SENTENCE));
        }
        return columns;
    }

    private static List<@Nullable Object> values(Sheet sheet, Row row, int number) {
        var values = new ArrayList<@Nullable Object>();
        values.add(number);
        values.add(row.name());
        sheet.subjects().forEach(each -> values.add(outcome(row.subjects().get(each.subject()))));
        if (sheet.primary()) {
            for (var trait : Trait.values()) {
                values.add(level(row.traits().get(trait)));
            }
            values.add(row.primary() == null ? null : WORDS.of(row.primary()));
            if (sheet.period() == Period.YEAR) {
                values.add(award(row.primaryAward(), row.given()));
            }
        } else {
            values.add(row.study() == null ? null : WORDS.of(row.study()));
            values.add(row.conduct() == null ? null : WORDS.of(row.conduct()));
            values.add(award(row.award()));
        }
        if (sheet.period() == Period.YEAR) {
            values.add(commendations(row.given()));
        }
        values.add(row.away() == null ? "chưa nhập" : row.away());
        var promotion = row.promotion();
        if (promotion != null) {
            values.add(WORDS.of(promotion.standing()));
            values.add(String.join("; ", promotion.why()));
        }
        return values;
    }

    private static @Nullable String level(@Nullable String trait) {
        return trait == null ? null : Entry.TRAIT.written(trait);
    }

    private static @Nullable Object outcome(@Nullable OutcomeView outcome) {
        if (outcome == null) {
            return null;
        }
        if (outcome.exempt()) {
            return "Miễn";
        }
        if (outcome.average() != null) {
            return outcome.average();
        }
        var level = outcome.level();
        if (level == null) {
            return null;
        }
        var written = Entry.PASS.written(level);
        return outcome.test() == null ? written : written + " " + outcome.test().toPlainString();
    }

    private static @Nullable String award(@Nullable Award award) {
        return switch (award) {
            case null -> null;
            case XUAT_SAC -> "Học sinh Xuất sắc";
            case GIOI -> "Học sinh Giỏi";
        };
    }

    private static @Nullable String award(@Nullable PrimaryAward award, List<AwardView> given) {
        return switch (award) {
            case null -> null;
            case XUAT_SAC -> "Học sinh Xuất sắc";
            case XET_TIEU_BIEU ->
                given.stream()
                        .filter(each -> each.kind() == AwardKind.EXEMPLARY)
                        .map(each -> "Học sinh Tiêu biểu: " + each.reason())
                        .findFirst()
                        .orElse("Xét Học sinh Tiêu biểu");
        };
    }

    private static String commendations(List<AwardView> given) {
        return given.stream()
                .filter(each -> each.kind() == AwardKind.COMMENDATION)
                .map(each -> DAY.format(each.day()) + ": " + each.reason())
                .collect(Collectors.joining("; "));
    }

    private static void put(Worksheet page, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> page.value(row, column, number);
            case Object text -> page.value(row, column, text.toString());
        }
    }
}
