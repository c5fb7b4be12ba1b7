package vn.lopmo.lms.organisation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// What schools write in sheets for a subject.
public final class SubjectNames {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("toan", "toan"),
            Map.entry("toan hoc", "toan"),
            Map.entry("ngu van", "ngu-van"),
            Map.entry("van", "ngu-van"),
            Map.entry("tieng viet", "ngu-van"),
            Map.entry("tieng anh", "tieng-anh"),
            Map.entry("ngoai ngu", "tieng-anh"),
            Map.entry("anh", "tieng-anh"),
            Map.entry("khtn", "khtn"),
            Map.entry("khoa hoc tu nhien", "khtn"),
            Map.entry("vat li", "vat-li"),
            Map.entry("vat ly", "vat-li"),
            Map.entry("hoa hoc", "hoa-hoc"),
            Map.entry("hoa", "hoa-hoc"),
            Map.entry("sinh hoc", "sinh-hoc"),
            Map.entry("sinh", "sinh-hoc"),
            Map.entry("lich su va dia li", "lich-su-dia-li"),
            Map.entry("lich su va dia ly", "lich-su-dia-li"),
            Map.entry("lich su dia li", "lich-su-dia-li"),
            Map.entry("ls dl", "lich-su-dia-li"),
            Map.entry("lich su", "lich-su"),
            Map.entry("dia li", "dia-li"),
            Map.entry("dia ly", "dia-li"),
            Map.entry("gdcd", "gdcd"),
            Map.entry("giao duc cong dan", "gdcd"),
            Map.entry("tin hoc", "tin-hoc"),
            Map.entry("tin", "tin-hoc"),
            Map.entry("cong nghe", "cong-nghe"),
            Map.entry("gdtc", "gdtc"),
            Map.entry("giao duc the chat", "gdtc"),
            Map.entry("the duc", "gdtc"),
            Map.entry("am nhac", "am-nhac"),
            Map.entry("mi thuat", "mi-thuat"),
            Map.entry("my thuat", "mi-thuat"),
            Map.entry("hdtn", "hdtn"),
            Map.entry("hdtnhn", "hdtn"),
            Map.entry("hoat dong trai nghiem", "hdtn"),
            Map.entry("hoat dong trai nghiem huong nghiep", "hdtn"),
            Map.entry("gddp", "gddp"),
            Map.entry("giao duc dia phuong", "gddp"));

    private SubjectNames() {}

    /// The code itself counts as a name.
    public static @Nullable String codeOf(String typed) {
        var folded = VietnameseText.fold(VietnameseText.tidy(typed));
        if (Subjects.isOne(folded)) {
            return folded;
        }
        return CODES.get(folded.replaceAll("[^a-z0-9]+", " ").strip());
    }
}
