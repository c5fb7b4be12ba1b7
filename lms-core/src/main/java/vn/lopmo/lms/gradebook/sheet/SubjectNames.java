package vn.lopmo.lms.gradebook.sheet;

import java.util.Map;

/// What the ministry's sheets call the subjects.
final class SubjectNames {
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

    private SubjectNames() {}

    static String of(String code) {
        return NAMES.getOrDefault(code, code);
    }
}
