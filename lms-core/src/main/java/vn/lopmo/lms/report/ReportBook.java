package vn.lopmo.lms.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToLongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A report as a workbook: sums by school, use by week, the scored lines.
final class ReportBook {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int WIDE = 46;
    private static final int MIDDLE = 16;

    private record Line(String name, ToLongFunction<Sum> number) {}

    private static final List<Line> LINES = List.of(
            new Line("Học sinh có tài khoản", Sum::pupils),
            new Line("Giáo viên có tài khoản", Sum::teachers),
            new Line("Cán bộ, nhân viên khác", Sum::otherStaff),
            new Line("Phụ huynh có tài khoản", Sum::guardians),
            new Line("Học sinh có phụ huynh theo dõi", Sum::pupilsFollowed),
            new Line("Bài giảng đã xuất bản", Sum::lessonsPublished),
            new Line("Lượt học xong bài", Sum::lessonsFinished),
            new Line("Bài kiểm tra, bài tập đã giao", Sum::testsGiven),
            new Line("Bài luyện tập đã giao", Sum::practiceGiven),
            new Line("Lượt làm bài đã có kết quả", Sum::testsTaken),
            new Line("Bài kiểm tra trên phòng máy", Sum::testsInRooms),
            new Line("Lượt làm bài trên phòng máy đã có kết quả", Sum::takenInRooms),
            new Line("Nhiệm vụ đã giao", Sum::tasksGiven),
            new Line("Lượt nộp bài", Sum::handedIn),
            new Line("Câu hỏi của học sinh", Sum::questions),
            new Line("Câu hỏi đã trả lời", Sum::answers),
            new Line("Buổi học trực tuyến", Sum::liveLessons),
            new Line("Học liệu số trong thư viện", Sum::materials),
            new Line("Học liệu số mới duyệt", Sum::materialsNew),
            new Line("Giáo viên dùng công cụ", Sum::teachersUsing),
            new Line("Giáo viên xây dựng bài giảng, học liệu", Sum::teachersBuilding),
            new Line("Bảng điểm xuất sang hệ thống quản trị", Sum::sheetsExported));

    private ReportBook() {}

    static byte[] write(Report report) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            sums(book.newWorksheet("Tổng hợp"), report);
            weeks(book.newWorksheet("Theo tuần"), report);
            scored(book.newWorksheet("Quyết định 4725"), report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void sums(Worksheet sheet, Report report) {
        sheet.value(
                0,
                0,
                "Báo cáo sử dụng từ %s đến %s"
                        .formatted(report.from().format(DAY), report.to().format(DAY)));
        sheet.style(0, 0).bold().set();
        if (report.unit() != null) {
            sheet.value(1, 0, report.unit().name());
        }
        boolean many = report.parts().size() > 1;
        int column = 1;
        for (var part : report.parts()) {
            head(sheet, column, part.name());
            column(sheet, column++, part.sum());
        }
        if (many) {
            head(sheet, column, "Tổng");
            column(sheet, column, report.total());
        }
        sheet.width(0, WIDE);
        for (int row = 0; row < LINES.size(); row++) {
            sheet.value(row + 3, 0, LINES.get(row).name);
        }
        sheet.freezePane(1, 3);
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(2, column, text);
        sheet.width(column, 2 * MIDDLE);
        sheet.style(2, column).bold().set();
    }

    private static void column(Worksheet sheet, int column, Sum sum) {
        for (int row = 0; row < LINES.size(); row++) {
            sheet.value(row + 3, column, LINES.get(row).number.applyAsLong(sum));
        }
    }

    private static void weeks(Worksheet sheet, Report report) {
        heads(sheet, "Tuần từ", "Bài xuất bản", "Lượt học xong bài", "Lượt làm bài", "Lượt nộp bài", "Học liệu mới");
        int row = 1;
        for (var week : report.weeks()) {
            sheet.value(row, 0, week.monday().format(DAY));
            sheet.value(row, 1, week.lessonsPublished());
            sheet.value(row, 2, week.lessonsFinished());
            sheet.value(row, 3, week.testsTaken());
            sheet.value(row, 4, week.handedIn());
            sheet.value(row, 5, week.materialsNew());
            row++;
        }
    }

    private static void scored(Worksheet sheet, Report report) {
        heads(sheet, "Nội dung", "Điểm tối đa", "Số liệu", "Trên tổng số");
        sheet.width(0, WIDE);
        int row = 1;
        for (var line : report.scored()) {
            sheet.value(row, 0, name(line.code()));
            sheet.value(row, 1, line.points());
            sheet.value(row, 2, line.count());
            if (line.of() != null) {
                sheet.value(row, 3, line.of());
            }
            row++;
        }
    }

    private static String name(ScoredLine.Code code) {
        return switch (code) {
            case SELF_STUDY -> "Giao nhiệm vụ để học sinh tự học";
            case QUESTIONS -> "Trả lời câu hỏi của học sinh";
            case REGULAR_TESTS -> "Kiểm tra, đánh giá thường xuyên";
            case ROOM_TESTS -> "Kiểm tra, đánh giá trên phòng máy tính";
            case GUARDIANS -> "Phụ huynh theo dõi việc học";
            case MATERIALS -> "Học liệu số đã được duyệt";
            case EXCHANGE -> "Trao đổi kết quả với hệ thống quản trị trường";
            case TEACHERS_WITH_ACCOUNT -> "Giáo viên có tài khoản";
            case TEACHERS_USING -> "Giáo viên khai thác, sử dụng công cụ";
            case TEACHERS_BUILDING -> "Giáo viên xây dựng học liệu số";
        };
    }

    private static void heads(Worksheet sheet, String... heads) {
        for (int column = 0; column < heads.length; column++) {
            sheet.value(0, column, heads[column]);
            sheet.style(0, column).bold().set();
            sheet.width(column, MIDDLE);
        }
        sheet.freezePane(0, 1);
    }
}
