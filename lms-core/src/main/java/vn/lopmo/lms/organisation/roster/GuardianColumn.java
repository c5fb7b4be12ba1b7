package vn.lopmo.lms.organisation.roster;

import java.util.Set;
import java.util.function.Predicate;

/// What we take of a list of guardians: a row for each guardian of each child.
enum GuardianColumn implements Heading {
    CHILD_CODE("Mã định danh học sinh", true, "10 chữ số, như trong danh sách học sinh", GuardianColumn::isChildCode),
    CHILD_NAME("Họ tên học sinh", true, "để kiểm tra: phải khớp với tên của mã", GuardianColumn::isChildName),
    NAME("Họ tên phụ huynh", true, "mỗi phụ huynh của mỗi em một dòng", GuardianColumn::isGuardianName),
    RELATION("Quan hệ", false, "Mẹ, Bố, Ông, Bà…", header -> header.contains("quan he")),
    PHONE(
            "Số điện thoại",
            false,
            "để nối một phụ huynh có nhiều con vào một tài khoản; không được giữ lại",
            Heading::isPhone),
    MAIL("Thư điện tử", false, "như số điện thoại", Heading::isMail);

    private static final Set<String> GUARDIANS =
            Set.of("phu huynh", "nguoi giam ho", "cha me", "bo me", "cha me nguoi giam ho", "phu huynh nguoi giam ho");

    private final Head head;

    GuardianColumn(String title, boolean needed, String hint, Predicate<String> headed) {
        this.head = new Head(title, needed, hint, headed);
    }

    private static boolean isChildCode(String header) {
        return Set.of("ma hoc sinh", "ma so hoc sinh", "ma con").contains(header) || Heading.isMinistryCode(header);
    }

    private static boolean isChildName(String header) {
        return Set.of("hoc sinh", "con", "ten con", "ten hoc sinh").contains(header)
                || isNameOf(header, "hoc sinh")
                || isNameOf(header, "con");
    }

    private static boolean isGuardianName(String header) {
        return GUARDIANS.contains(header) || GUARDIANS.stream().anyMatch(who -> isNameOf(header, who));
    }

    private static boolean isNameOf(String header, String who) {
        return header.equals("ho ten " + who) || header.equals("ho va ten " + who) || header.equals("ten " + who);
    }

    @Override
    public Head head() {
        return head;
    }
}
