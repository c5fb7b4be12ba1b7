package vn.lopmo.lms.course;

import java.util.Set;
import vn.lopmo.platform.refusal.Refusal;

/// The subjects of the general programme, as codes; the web app has their names.
final class Subjects {
    private static final Set<String> CODES = Set.of(
            "toan",
            "ngu-van",
            "tieng-anh",
            "khtn",
            "vat-li",
            "hoa-hoc",
            "sinh-hoc",
            "lich-su-dia-li",
            "lich-su",
            "dia-li",
            "gdcd",
            "tin-hoc",
            "cong-nghe",
            "gdtc",
            "am-nhac",
            "mi-thuat",
            "hdtn",
            "gddp");

    private Subjects() {}

    /// @throws Refusal.Invalid if there is no such subject
    static String checked(String code) {
        if (!CODES.contains(code)) {
            throw new Refusal.Invalid("unknown-subject");
        }
        return code;
    }
}
