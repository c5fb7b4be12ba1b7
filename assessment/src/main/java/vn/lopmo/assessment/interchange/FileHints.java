package vn.lopmo.assessment.interchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// Subject and grade as a file's name suggests them ("Đề giữa kì I Toán 8 (2026).docx"); the teacher may say otherwise.
record FileHints(@Nullable String subject, @Nullable Integer grade) {
    private static final Map<String, String> SUBJECTS = new LinkedHashMap<>();
    private static final Pattern GRADE = Pattern.compile(
            "(?:lop|khoi|k)\\s*(1[0-2]|[1-9])(?!\\d)|(?:toan|van|anh|li|ly|hoa|sinh|su|dia|tin|khtn|gdcd|nghe)\\s*(1[0-2]|[1-9])(?!\\d)");

    static {
        SUBJECTS.put("lich su (va |& ?)?dia (li|ly)", "lich-su-dia-li");
        SUBJECTS.put("khtn|khoa hoc tu nhien", "khtn");
        SUBJECTS.put("ngu van|\\bvan\\b", "ngu-van");
        SUBJECTS.put("tieng anh|english|\\banh\\b", "tieng-anh");
        SUBJECTS.put("vat (li|ly)|\\b(li|ly)\\b", "vat-li");
        SUBJECTS.put("hoa hoc|\\bhoa\\b", "hoa-hoc");
        SUBJECTS.put("sinh hoc|\\bsinh\\b", "sinh-hoc");
        SUBJECTS.put("lich su|\\bsu\\b", "lich-su");
        SUBJECTS.put("dia (li|ly)|\\bdia\\b", "dia-li");
        SUBJECTS.put("gdcd|giao duc cong dan|gdktpl", "gdcd");
        SUBJECTS.put("tin hoc|\\btin\\b", "tin-hoc");
        SUBJECTS.put("cong nghe", "cong-nghe");
        SUBJECTS.put("toan", "toan");
    }

    static FileHints of(String fileName) {
        var words = VietnameseText.fold(fileName).replaceAll("[-_.()]+", " ");
        var grade = GRADE.matcher(words);
        @Nullable
        Integer found = grade.find() ? Integer.valueOf(grade.group(1) == null ? grade.group(2) : grade.group(1)) : null;
        return new FileHints(subject(words), found);
    }

    private static @Nullable String subject(String words) {
        for (var entry : SUBJECTS.entrySet()) {
            if (Pattern.compile(entry.getKey()).matcher(words).find()) {
                return entry.getValue();
            }
        }
        return null;
    }
}
