package vn.lopmo.lms.organisation.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import vn.lopmo.platform.refusal.Refusal;

/// A sheet to fill in: the columns that a list needs and may have.
final class RosterTemplate {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 24;
    private static final int WIDE = 90;

    private RosterTemplate() {}

    static byte[] of(RosterImport.Kind kind) {
        var columns = columns(kind);
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            var sheet = book.newWorksheet("Danh sách");
            var help = book.newWorksheet("Hướng dẫn");
            help.width(0, WIDTH);
            help.width(1, WIDTH);
            help.width(2, WIDE);
            for (int place = 0; place < columns.size(); place++) {
                var column = columns.get(place);
                sheet.value(0, place, column.title());
                sheet.width(place, WIDTH);
                // text, so that no zero in front is lost
                sheet.style(0, place).bold().wrapText(true).set();
                sheet.range(1, place, 2_000, place).style().format("@").set();
                help.value(place, 0, column.title());
                help.value(place, 1, column.isNeeded() ? "bắt buộc" : "có thể để trống");
                help.value(place, 2, column.hint());
            }
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static String fileName(RosterImport.Kind kind) {
        return switch (kind) {
            case STAFF -> "mau-nhan-su.xlsx";
            case GUARDIANS -> "mau-phu-huynh.xlsx";
            case LIST, ONEROSTER -> "mau-hoc-sinh.xlsx";
        };
    }

    private static List<? extends Heading> columns(RosterImport.Kind kind) {
        return switch (kind) {
            case LIST -> List.of(PupilColumn.values());
            case STAFF -> List.of(StaffColumn.values());
            case GUARDIANS -> List.of(GuardianColumn.values());
            case ONEROSTER -> throw new Refusal.NotFound("roster-import-not-found");
        };
    }
}
