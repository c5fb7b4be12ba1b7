package vn.lopmo.onebox.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The people of the demo school: 120 students in the layout of the ministry's list, and those who work there. None of
/// them lives.
final class Roster {
    record Staff(String name, String username, List<String> roles, List<String> classes) {}

    static final List<String> CLASSES = List.of("6A", "6B", "8A", "8B");
    private static final int STUDENTS_PER_CLASS = 30;
    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Nông", "Lý", "Lò", "Vi", "Hà", "Triệu",
            "Giàng");
    private static final List<String> GIRLS = List.of(
            "Thị Mai",
            "Bảo Ngọc",
            "Thuỳ Linh",
            "Thị Hoa",
            "Khánh Huyền",
            "Phương Anh",
            "Thị Mỷ",
            "Diệu Hiền",
            "Thanh Trúc",
            "Minh Châu",
            "Hoàng Bảo Ngọc",
            "Thị Ánh Tuyết",
            "Quỳnh Như",
            "Thị Xuân",
            "Hải Yến");
    private static final List<String> BOYS = List.of(
            "Văn Nam",
            "Đức Anh",
            "Minh Quân",
            "Văn Páo",
            "Gia Bảo",
            "Quốc Khánh",
            "Tuấn Kiệt",
            "Văn Tú",
            "Hoàng Long",
            "Đình Phúc",
            "A Sùng",
            "Trung Hiếu",
            "Thành Đạt",
            "Nhật Minh",
            "Văn Chương");

    static final List<Staff> STAFF = List.of(
            new Staff("Phạm Thu Huyền", "huyen.pham", List.of("TEACHER"), List.of("8A", "8B")),
            new Staff("Lê Minh Đức", "duc.le", List.of("TEACHER"), List.of("8A", "8B")),
            new Staff("Nguyễn Phương Thảo", "thao.nguyen", List.of("TEACHER"), List.of("6A", "6B", "8A", "8B")),
            new Staff("Trần Thị Mai", "mai.tran", List.of("TEACHER"), List.of("8A")),
            new Staff("Hoàng Văn Nam", "nam.hoang", List.of("TEACHER"), List.of("8A", "8B")),
            new Staff("Vũ Thị Ngọc", "ngoc.vu", List.of("TEACHER"), List.of("6A", "6B")),
            new Staff("Bùi Thị Hạnh", "hanh.bui", List.of("TEACHER"), List.of("8A", "8B")),
            new Staff("Ngô Văn Tú", "tu.ngo", List.of("TEACHER"), List.of("6A", "8A")),
            new Staff("Hà Thị Yến", "yen.ha", List.of("TEACHER"), List.of("6A")),
            new Staff("Đặng Văn Hùng", "hung.dang", List.of("TEACHER"), List.of("6A", "6B")),
            new Staff("Lò Thị Mây", "may.lo", List.of("TEACHER"), List.of("6B")),
            new Staff("Đỗ Diễm Quỳnh", "quynh.do", List.of("TEACHER"), List.of("6B")),
            new Staff("Nguyễn Thị Lan", "lan.nguyen", List.of("LIBRARIAN"), List.of()),
            new Staff("Đinh Văn Khôi", "khoi.dinh", List.of("HEAD"), List.of()));

    private Roster() {}

    static String csv() {
        var random = new Random(2026);
        var lines = new ArrayList<String>();
        lines.add("STT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Lớp học,Khối học");
        for (int n = 0; n < CLASSES.size() * STUDENTS_PER_CLASS; n++) {
            var className = CLASSES.get(n / STUDENTS_PER_CLASS);
            int grade = className.charAt(0) - '0';
            boolean girl = random.nextBoolean();
            var name = pick(FAMILY, random) + " " + pick(girl ? GIRLS : BOYS, random);
            var born = LocalDate.of(2026 - grade - 6, 1, 1).plusDays(random.nextInt(365));
            lines.add(String.join(
                    ",",
                    String.valueOf(n + 1),
                    "26%08d".formatted(n + 1),
                    name,
                    "%02d/%02d/%d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear()),
                    girl ? "Nữ" : "Nam",
                    className,
                    String.valueOf(grade)));
        }
        return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
