package vn.lopmo.lms.organisation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// What the ministry's sheets call the subjects, and what schools write for them.
public final class SubjectNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("toan", "Toán"),
            Map.entry("ngu-van", "Ngữ văn"),
            Map.entry("tieng-anh", "Tiếng Anh"),
            Map.entry("khtn", "Khoa học tự nhiên"),
            Map.entry("vat-li", "Vật lí"),
            Map.entry("hoa-hoc", "Hoá học"),
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
            Map.entry("hdtn", "Hoạt động trải nghiệm, hướng nghiệp"),
            Map.entry("gddp", "Giáo dục địa phương"),
            Map.entry("tieng-viet", "Tiếng Việt"),
            Map.entry("dao-duc", "Đạo đức"),
            Map.entry("tu-nhien-xa-hoi", "Tự nhiên và Xã hội"),
            Map.entry("khoa-hoc", "Khoa học"),
            Map.entry("gdktpl", "Giáo dục kinh tế và pháp luật"),
            Map.entry("gdqpan", "Giáo dục quốc phòng và an ninh"));

    /// Beside the names and the codes, without accents.
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("toan hoc", "toan"),
            Map.entry("van", "ngu-van"),
            Map.entry("ngoai ngu", "tieng-anh"),
            Map.entry("anh", "tieng-anh"),
            Map.entry("vat ly", "vat-li"),
            Map.entry("hoa", "hoa-hoc"),
            Map.entry("sinh", "sinh-hoc"),
            Map.entry("lich su va dia ly", "lich-su-dia-li"),
            Map.entry("ls dl", "lich-su-dia-li"),
            Map.entry("dia ly", "dia-li"),
            Map.entry("tin", "tin-hoc"),
            Map.entry("the duc", "gdtc"),
            Map.entry("my thuat", "mi-thuat"),
            Map.entry("hdtnhn", "hdtn"),
            Map.entry("hoat dong trai nghiem", "hdtn"));

    private static final Map<String, String> CODES = codes();

    private SubjectNames() {}

    public static String of(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /// The code itself counts as a name.
    public static @Nullable String codeOf(String typed) {
        return CODES.get(folded(typed));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<>(ALSO);
        NAMES.forEach((code, name) -> {
            codes.put(folded(code), code);
            codes.put(folded(name), code);
        });
        return Map.copyOf(codes);
    }

    private static String folded(String text) {
        return VietnameseText.fold(VietnameseText.tidy(text))
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
