package vn.lopmo.lms.organisation.roster;

import java.util.function.Predicate;

/// A column that we take of a list.
interface Heading {
    /// @param title what it is called, in messages and in the sheet to fill in
    /// @param needed whether it is no list without it
    /// @param hint what a sheet to fill in says of it
    /// @param headed tells by the words of a header, without accents and signs, whether it stands there
    record Head(String title, boolean needed, String hint, Predicate<String> headed) {}

    Head head();

    default String title() {
        return head().title;
    }

    default boolean isNeeded() {
        return head().needed;
    }

    default boolean isHeadedBy(String words) {
        return head().headed.test(words);
    }

    default String hint() {
        return head().hint;
    }

    static boolean isName(String words) {
        return words.equals("ho ten") || words.equals("ho va ten");
    }

    /// Not the citizen's identifier ("mã định danh cá nhân"), which we do not take.
    static boolean isMinistryCode(String words) {
        return words.startsWith("ma dinh danh") && !words.contains("ca nhan") && !words.contains("cong dan");
    }

    static boolean isBirthDate(String words) {
        return words.startsWith("ngay sinh") || words.equals("ngay thang nam sinh");
    }

    static boolean isPhone(String words) {
        return words.contains("dien thoai") || words.startsWith("sdt");
    }

    static boolean isMail(String words) {
        return words.contains("email") || words.contains("e mail") || words.startsWith("thu dien tu");
    }
}
