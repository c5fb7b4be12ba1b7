package vn.lopmo.assessment.interchange.exam;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Cognitive;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.platform.text.VietnameseText;

/// The fixed phrases of test papers.
final class Phrases {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String LEVEL =
            "\\s*(?:[(\\[]\\s*(NB|TH|VDC?|(?:[^()\\[\\]]*điểm[^()\\[\\]]*)|nhận biết|thông hiểu|vận dụng[^)\\]]*)\\s*[)\\]])?";
    static final Pattern QUESTION = Pattern.compile(
            "^\\s*(?:câu|bài|question)\\s*(?:hỏi\\s*)?(\\d{1,3})" + LEVEL + "(?:\\s*[.:)]" + LEVEL
                    + "\\s*|\\s*$|\\s+(?=[\\p{Lu}\\d\\uFFFC]))",
            FLAGS);
    static final Pattern PLAIN_QUESTION = Pattern.compile("^\\s*(\\d{1,3})\\s*[.)]" + LEVEL + "\\s+", FLAGS);
    static final Pattern PART = Pattern.compile(
            "^\\s*(?:phần\\s+(?:[IVX]+|\\d|[A-D])(?![\\p{L}\\d]).*|(?:[IVX]+|[A-D])\\s*[.)/:-]\\s*(?:phần\\s+)?(?:câu hỏi\\s+)?(?:trắc nghiệm|tự luận|đúng\\s*[/–-]?\\s*sai|trả lời ngắn).*)$",
            FLAGS);
    static final Pattern EXPLANATION = Pattern.compile(
            "^\\s*(?:lời giải(?: chi tiết)?|hướng dẫn giải|hướng dẫn|giải thích|giải chi tiết|giải|hdg|explanation)\\s*(?:[:.]\\s*|$)",
            FLAGS);
    static final Pattern ANSWER = Pattern.compile(
            "^\\s*(?:đáp án(?: đúng)?(?: là)?|đáp số|đs|trả lời|kết quả|key|answer)\\s*(?:[:.]|\\s(?=[A-F]\\b)|\\s(?=[-−+]?\\d)|\\s*[-–]\\s)\\s*",
            FLAGS);
    static final Pattern CHOSEN = Pattern.compile(
            "^\\s*(?:vậy\\s+|⇒\\s*|→\\s*)?chọn\\s*(?:đáp án|phương án|câu)?\\s*:?\\s*([A-F])\\s*[.!]?\\s*$", FLAGS);
    static final Pattern END = Pattern.compile("^[\\s\\-–—_*=.]*hết[\\s\\-–—_*=.]*$", FLAGS);
    private static final Pattern ANSWERS = Pattern.compile(
            "^(?:bang )?dap an\\b(?!.*:\\s*\\S).*|^(?:dap an (?:va |- ))?huong dan (?:cham|giai chi tiet).*|^loi giai chi tiet$|^phan dap an.*");
    /// "Đáp án B" on a line of its own is the key of the question above it, not a heading.
    private static final Pattern ONE_KEY = Pattern.compile("^dap an (?:dung )?(?:la )?[a-f]\\s*[.!]?$");
    private static final Pattern PASSAGE = Pattern.compile(
            "^(?:doc|dua|su dung|quan sat|cho|tu|read|mark|thong tin|du lieu|xet)\\b.*\\b(?:cau|cau hoi|questions?|from)\\b[^\\d]{0,20}(\\d{1,3})\\s*(?:den|toi|-|–|to|va|and)\\s*(?:cau\\s*)?(\\d{1,3}).*");

    private Phrases() {}

    /// A heading after which only answers come.
    static boolean announcesAnswers(String words) {
        var folded = VietnameseText.fold(VietnameseText.tidy(words));
        if (ONE_KEY.matcher(folded).matches()) {
            return false;
        }
        boolean capitals = words.equals(words.toUpperCase(Locale.ROOT));
        return ANSWERS.matcher(folded).matches()
                && (capitals || folded.startsWith("bang dap an") || folded.length() < 24 && !folded.matches(".*\\d.*"));
    }

    static Optional<Matcher> passage(String words) {
        var matcher = PASSAGE.matcher(VietnameseText.fold(VietnameseText.tidy(words)));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /// The form that a part's heading announces, by its words or else by its numeral as in the papers since 2025.
    static @Nullable Form form(String heading) {
        var folded = VietnameseText.fold(heading);
        if (folded.contains("tu luan")) {
            return Form.ESSAY;
        }
        if (folded.contains("tra loi ngan") || folded.contains("dien dap so")) {
            return Form.SHORT_ANSWER;
        }
        if (folded.matches(".*dung\\s*(/|–|-|hoac|,)?\\s*sai.*")) {
            return Form.TRUE_FALSE_GROUP;
        }
        if (folded.contains("trac nghiem") || folded.contains("lua chon") || folded.contains("chon mot")) {
            return Form.SINGLE_CHOICE;
        }
        var numeral = Pattern.compile("^\\s*phan\\s+(i{1,3}|[123])\\b").matcher(folded);
        return !numeral.find()
                ? null
                : switch (numeral.group(1)) {
                    case "i", "1" -> Form.SINGLE_CHOICE;
                    case "ii", "2" -> Form.TRUE_FALSE_GROUP;
                    default -> Form.SHORT_ANSWER;
                };
    }

    static @Nullable Cognitive level(@Nullable String mark) {
        if (mark == null) {
            return null;
        }
        return switch (VietnameseText.fold(mark).strip()) {
            case "nb", "nhan biet" -> Cognitive.BIET;
            case "th", "thong hieu" -> Cognitive.HIEU;
            case "vd", "vdc", "van dung", "van dung cao" -> Cognitive.VAN_DUNG;
            default -> null;
        };
    }
}
