package vn.lopmo.content.material;

import java.util.Map;
import java.util.Set;

/// The subjects of the 2018 curriculum by code, with the names that people search them by.
public final class Subjects {
    public static final String CODES =
            "toan|ngu-van|tieng-anh|khtn|vat-li|hoa-hoc|sinh-hoc|lich-su-dia-li|lich-su|dia-li|gdcd"
                    + "|tin-hoc|cong-nghe|gdtc|am-nhac|mi-thuat|hdtn|gddp";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("toan", "Toán"),
            Map.entry("ngu-van", "Ngữ văn"),
            Map.entry("tieng-anh", "Tiếng Anh"),
            Map.entry("khtn", "Khoa học tự nhiên"),
            Map.entry("vat-li", "Vật lí"),
            Map.entry("hoa-hoc", "Hóa học"),
            Map.entry("sinh-hoc", "Sinh học"),
            Map.entry("lich-su-dia-li", "Lịch sử và Địa lí"),
            Map.entry("lich-su", "Lịch sử"),
            Map.entry("dia-li", "Địa lí"),
            Map.entry("gdcd", "Giáo dục công dân"),
            Map.entry("tin-hoc", "Tin học"),
            Map.entry("cong-nghe", "Công nghệ"),
            Map.entry("gdtc", "Giáo dục thể chất"),
            Map.entry("am-nhac", "Âm nhạc"),
            Map.entry("mi-thuat", "Mĩ thuật"),
            Map.entry("hdtn", "Hoạt động trải nghiệm"),
            Map.entry("gddp", "Giáo dục địa phương"));

    private Subjects() {}

    public static Set<String> codes() {
        return NAMES.keySet();
    }

    public static String nameOf(String code) {
        return NAMES.getOrDefault(code, code);
    }
}
