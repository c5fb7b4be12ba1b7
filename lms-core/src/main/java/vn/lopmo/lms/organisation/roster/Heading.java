package vn.lopmo.lms.organisation.roster;

/// A column that we take of a list.
interface Heading {
    /// What it is called, in messages and in the sheet to fill in.
    String title();

    /// Whether it is no list without it.
    boolean isNeeded();

    /// @param words the header without accents and signs
    boolean isHeadedBy(String words);

    /// What a sheet to fill in says of it.
    String hint();

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
