package vn.lopmo.lms.organisation;

import java.util.Set;
import vn.lopmo.platform.refusal.Refusal;

/// The subjects of the general programme, as codes; the web app has their names.
public final class Subjects {
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
            "gddp",
            "tieng-viet",
            "dao-duc",
            "tu-nhien-xa-hoi",
            "khoa-hoc",
            "gdktpl",
            "gdqpan");

    private Subjects() {}

    public static boolean isOne(String code) {
        return CODES.contains(code);
    }

    /// @throws Refusal.Invalid if there is no such subject
    public static String checked(String code) {
        if (!CODES.contains(code)) {
            throw new Refusal.Invalid("unknown-subject");
        }
        return code;
    }
}
