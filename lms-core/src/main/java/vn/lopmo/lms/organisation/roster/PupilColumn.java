package vn.lopmo.lms.organisation.roster;

import java.util.Set;
import java.util.function.Predicate;

/// What we take of the ministry's list of pupils.
enum PupilColumn implements Heading {
    CODE("Mã định danh Bộ GD&ĐT", true, "10 chữ số", PupilColumn::isCode),
    NAME(
            "Họ tên",
            true,
            "",
            header -> Heading.isName(header)
                    || Set.of("ho ten hoc sinh", "ho va ten hoc sinh", "ten hoc sinh")
                            .contains(header)),
    BIRTH_DATE("Ngày sinh", true, "ngày/tháng/năm", Heading::isBirthDate),
    GENDER("Giới tính", false, "Nam hoặc Nữ", Set.of("gioi tinh", "nam nu", "phai")::contains),
    CLASS("Lớp học", true, "6A", Set.of("lop hoc", "lop", "ten lop", "ten lop hoc")::contains),
    GRADE("Khối học", false, "6", Set.of("khoi hoc", "khoi", "khoi lop")::contains);

    private final Head head;

    PupilColumn(String title, boolean needed, String hint, Predicate<String> headed) {
        this.head = new Head(title, needed, hint, headed);
    }

    private static boolean isCode(String header) {
        return header.equals("ma hoc sinh") || header.equals("ma so hoc sinh") || Heading.isMinistryCode(header);
    }

    /// The column that a fault is about.
    static String titleFor(String slug) {
        return switch (slug) {
            case "row-no-code", "row-code-not-ten-digits", "row-code-twice" -> CODE.title();
            case "row-no-name", "row-name-odd" -> NAME.title();
            case "row-no-class", "row-class-odd" -> CLASS.title();
            case "row-grade-odd", "row-grade-and-class-disagree", "row-grade-not-in-school" -> GRADE.title();
            case "row-gender-unknown" -> GENDER.title();
            case "row-no-birth-date", "row-date-impossible", "row-date-in-future", "row-age-implausible" ->
                BIRTH_DATE.title();
            default -> "";
        };
    }

    @Override
    public Head head() {
        return head;
    }
}
