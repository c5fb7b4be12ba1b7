package vn.lopmo.lms.organisation.roster;

import java.util.Set;
import java.util.function.Predicate;

/// What we take of a list of those who work at a school.
enum StaffColumn implements Heading {
    CODE(
            "Mã nhân sự",
            true,
            "mã định danh của Bộ hoặc mã của trường; mỗi người một mã, lần sau giữ nguyên",
            StaffColumn::isCode),
    NAME("Họ tên", true, "", StaffColumn::isName),
    BIRTH_DATE("Ngày sinh", false, "ngày/tháng/năm; có thể để trống", Heading::isBirthDate),
    PHONE(
            "Số điện thoại",
            false,
            "chỉ để nhận ra cùng một người (thầy cô cũng là phụ huynh); không được giữ lại",
            Heading::isPhone),
    MAIL("Thư điện tử", false, "như số điện thoại", Heading::isMail),
    ROLES(
            "Vai trò",
            true,
            "Giáo viên, Tổ trưởng, Hiệu trưởng, Phó hiệu trưởng, Thủ thư, Quản trị; nhiều vai trò cách nhau bằng dấu phẩy",
            Set.of("vai tro", "chuc vu", "chuc danh", "vi tri viec lam")::contains),
    SUBJECTS(
            "Môn",
            false,
            "môn của tổ; nhiều môn cách nhau bằng dấu phẩy",
            Set.of("mon", "mon day", "cac mon", "mon hoc", "mon giang day", "day mon")::contains),
    GROUP(
            "Tổ chuyên môn",
            false,
            "tên tổ; tổ chưa có thì được mở với các môn ghi ở đây",
            Set.of("to chuyen mon", "to", "to bo mon")::contains);

    private final Head head;

    StaffColumn(String title, boolean needed, String hint, Predicate<String> headed) {
        this.head = new Head(title, needed, hint, headed);
    }

    private static boolean isCode(String header) {
        return Set.of("ma", "ma nhan su", "ma giao vien", "ma gv", "ma can bo", "ma nhan vien", "ma cbgvnv")
                        .contains(header)
                || Heading.isMinistryCode(header);
    }

    private static boolean isName(String header) {
        return Heading.isName(header)
                || (header.startsWith("ho ten ") || header.startsWith("ho va ten "))
                        && (header.contains("giao vien") || header.contains("can bo") || header.contains("nhan"));
    }

    @Override
    public Head head() {
        return head;
    }
}
