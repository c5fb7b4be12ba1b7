package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attribution;
import vn.lopmo.content.material.Level;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Subjects;
import vn.lopmo.content.material.TextbookSet;
import vn.lopmo.content.material.Visibility;

/// Reports and registers as the ministry asks for them (Circular 16/2022), in Vietnamese, as .xlsx.
@ApplicationScoped
class Registers {
    private static final List<String> LEDGER = List.of(
            "Số đăng kí",
            "Ngày vào sổ",
            "Tên học liệu",
            "Loại",
            "Môn",
            "Lớp",
            "Cấp học",
            "Bộ sách",
            "Tên sách",
            "Chương",
            "Bài",
            "Tác giả",
            "Đơn vị",
            "Nguồn",
            "Giấy phép",
            "Ghi công",
            "Định dạng",
            "Thời lượng (phút)",
            "Ngôn ngữ",
            "Từ khoá",
            "Yêu cầu cần đạt",
            "Chỉ báo năng lực số",
            "Ai được xem",
            "Phiên bản",
            "Tình trạng",
            "Lí do rút",
            "Mã");

    private final Figures figures;
    private final Ledger ledger;

    Registers(Figures figures, Ledger ledger) {
        this.figures = figures;
        this.ledger = ledger;
    }

    /// Holdings, growth, use and contributors, a sheet each.
    byte[] report(UUID school, Figures.Time time) {
        return Sheets.of(book -> {
            var holdings = book.sheet("Vốn học liệu", List.of("Loại", "Môn", "Lớp", "Số học liệu"));
            figures.holdings(school)
                    .forEach(each -> holdings.row(
                            type(each.type()), Subjects.nameOf(each.subject()), each.grade(), each.count()));
            var growth = book.sheet("Bổ sung", List.of("Tháng", "Vào sổ trong tháng", "Tổng cộng"));
            figures.growth(school, time).forEach(each -> growth.row(each.month(), each.entered(), each.total()));
            var use = book.sheet("Lượt dùng", List.of("Tháng", "Cách dùng", "Số lượt"));
            figures.use(school, time).forEach(each -> use.row(each.month(), kind(each.kind()), each.count()));
            var used = book.sheet("Dùng nhiều", List.of("Học liệu", "Số lượt", "Mã"));
            figures.mostUsed(school, time).forEach(each -> used.row(each.title(), each.count(), each.materialId()));
            var people = book.sheet("Người đóng góp", List.of("Tác giả", "Đơn vị", "Số học liệu", "Số lượt dùng"));
            figures.contributors(school, time)
                    .forEach(each -> people.row(each.author(), each.unit(), each.materials(), each.opened()));
        });
    }

    byte[] ledger(UUID school) {
        return Sheets.of(book -> {
            var table = book.sheet("Sổ đăng kí", LEDGER);
            var lines = ledger.after(school, 0);
            while (!lines.isEmpty()) {
                lines.forEach(line -> write(table, line));
                lines = ledger.after(school, lines.getLast().number());
            }
        });
    }

    private static void write(Sheets.Table table, Ledger.Line line) {
        var about = line.about();
        var subject = about.subject();
        table.row(
                line.number(),
                line.entered(),
                about.title(),
                about.type() == null ? "" : about.type().words(),
                subject == null ? "" : Subjects.nameOf(subject),
                about.grades().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                level(about.level()),
                set(about.textbookSet()),
                about.textbook(),
                about.chapter(),
                about.lesson(),
                about.author(),
                about.unit(),
                about.source(),
                licence(about.licence()),
                Attribution.of(about),
                line.formats(),
                about.durationMinutes(),
                about.language(),
                String.join(", ", about.keywords()),
                String.join("; ", about.outcomes()),
                String.join(", ", about.indicators()),
                visibility(about.visibleTo()),
                line.version(),
                line.withdrawn() ? "Đã rút" : "Đang dùng",
                line.reason(),
                line.materialId());
    }

    private static String type(String name) {
        return MaterialType.valueOf(name).words();
    }

    private static String kind(String name) {
        return switch (MaterialUse.Kind.valueOf(name)) {
            case FILE -> "Mở tệp";
            case READER -> "Đọc trên trang";
            case PACKAGE -> "Mở gói tương tác";
            case PUBLIC -> "Người ngoài trường tải";
        };
    }

    private static String level(@Nullable Level level) {
        return level == null ? "" : Lom.words(level);
    }

    private static String licence(@Nullable Licence licence) {
        return licence == null ? "" : licence.label();
    }

    private static String set(@Nullable TextbookSet set) {
        return switch (set) {
            case null -> "";
            case KNTT -> "Kết nối tri thức với cuộc sống";
            case CTST -> "Chân trời sáng tạo";
            case CANH_DIEU -> "Cánh Diều";
            case KHAC -> "Khác";
        };
    }

    private static String visibility(Visibility visibility) {
        return switch (visibility) {
            case CLASSES -> "Một số lớp";
            case STAFF -> "Cán bộ, giáo viên";
            case SCHOOL -> "Cả trường";
            case OPEN -> "Mọi người";
        };
    }
}
