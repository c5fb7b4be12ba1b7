package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What schools write short, and what they call by two names. Unfolded when searching, so that the index need not know.
/// Everything folded.
final class Abbreviations {
    private static final Map<String, String> LONG = Map.<String, String>ofEntries(
            Map.entry("thpt", "trung hoc pho thong"),
            Map.entry("thcs", "trung hoc co so"),
            Map.entry("th", "tieu hoc"),
            Map.entry("sgk", "sach giao khoa"),
            Map.entry("sgv", "sach giao vien"),
            Map.entry("sbt", "sach bai tap"),
            Map.entry("vbt", "vo bai tap"),
            Map.entry("hsg", "hoc sinh gioi"),
            Map.entry("hs", "hoc sinh"),
            Map.entry("gv", "giao vien"),
            Map.entry("ph", "phu huynh"),
            Map.entry("kt", "kiem tra"),
            Map.entry("ktgk", "kiem tra giua ki"),
            Map.entry("ktck", "kiem tra cuoi ki"),
            Map.entry("ktdk", "kiem tra dinh ki"),
            Map.entry("kttx", "kiem tra thuong xuyen"),
            Map.entry("gk", "giua ki"),
            Map.entry("ghk", "giua hoc ki"),
            Map.entry("ck", "cuoi ki"),
            Map.entry("chk", "cuoi hoc ki"),
            Map.entry("hk", "hoc ki"),
            Map.entry("hki", "hoc ki 1"),
            Map.entry("hkii", "hoc ki 2"),
            Map.entry("khbd", "ke hoach bai day"),
            Map.entry("khtn", "khoa hoc tu nhien"),
            Map.entry("gdcd", "giao duc cong dan"),
            Map.entry("gdktpl", "giao duc kinh te va phap luat"),
            Map.entry("gdtc", "giao duc the chat"),
            Map.entry("gdqp", "giao duc quoc phong"),
            Map.entry("gddt", "giao duc dao tao"),
            Map.entry("hdtn", "hoat dong trai nghiem"),
            Map.entry("cntt", "cong nghe thong tin"),
            Map.entry("gddp", "giao duc dia phuong"),
            Map.entry("bt", "bai tap"),
            Map.entry("tn", "trac nghiem"),
            Map.entry("tl", "tu luan"),
            Map.entry("pt", "phuong trinh"),
            Map.entry("hpt", "he phuong trinh"),
            Map.entry("bpt", "bat phuong trinh"),
            Map.entry("pp", "phuong phap"),
            Map.entry("vn", "viet nam"),
            Map.entry("tv", "tieng viet"),
            Map.entry("ta", "tieng anh"),
            Map.entry("av", "tieng anh"),
            Map.entry("skkn", "sang kien kinh nghiem"),
            Map.entry("kntt", "ket noi tri thuc"),
            Map.entry("ctst", "chan troi sang tao"));

    /// Two names of one thing, each way.
    private static final Map<String, String> SAME = Map.of(
            "giao an", "ke hoach bai day",
            "ke hoach bai day", "giao an",
            "giua ki", "giua hoc ki",
            "giua hoc ki", "giua ki",
            "cuoi ki", "cuoi hoc ki",
            "cuoi hoc ki", "cuoi ki",
            "de thi", "de kiem tra",
            "am nhac", "nhac",
            "the duc", "giao duc the chat");

    /// What is written together with a number: `toan10`, `L10`, `bai5`.
    private static final Set<String> BEFORE_NUMBERS = Set.of(
            "l", "k", "lop", "khoi", "toan", "van", "ly", "li", "hoa", "sinh", "su", "dia", "anh", "tin", "bai",
            "chuong", "tiet", "tuan", "ki", "hk", "gk", "ck", "ktgk", "ktck", "khtn", "gdcd", "gdtc", "hdtn", "tv",
            "ta", "av", "sgk", "sbt", "sgv", "hsg", "de");

    private static final List<String> NUMBERS =
            List.of("khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi");

    /// What stands before a grade: `toán 10`, `lớp 10`, `vật lí 10`.
    private static final Set<String> BEFORE_GRADES = Set.of(
            "lop", "khoi", "toan", "van", "li", "hoa", "hoc", "sinh", "su", "dia", "anh", "tin", "khtn", "gdcd", "nghe",
            "nhac", "thuat", "gdtc", "hdtn", "viet");

    private Abbreviations() {}

    /// `2` for `hai` and the other way round; empty if it is no small number.
    static String numberOtherwise(String folded) {
        int word = NUMBERS.indexOf(folded);
        if (word >= 0) {
            return Integer.toString(word);
        }
        return folded.matches("[0-9]|10") ? NUMBERS.get(Integer.parseInt(folded)) : "";
    }

    static boolean isGrade(String before, String number) {
        return BEFORE_GRADES.contains(before) && number.matches("[1-9]|1[0-2]");
    }

    /// The folded syllables it stands for; empty if it stands for itself alone.
    static List<String> of(String folded) {
        var words = LONG.get(folded);
        return words == null ? List.of() : List.of(words.split(" ", -1));
    }

    /// The other name of the words from `first` on, and how many words it stands for.
    record Other(int first, int length, List<String> syllables) {}

    static List<Other> others(List<String> folded) {
        var others = new ArrayList<Other>();
        for (int first = 0; first < folded.size(); first++) {
            for (int length = 2; length <= 4 && first + length <= folded.size(); length++) {
                var same = SAME.get(String.join(" ", folded.subList(first, first + length)));
                if (same != null) {
                    others.add(new Other(first, length, List.of(same.split(" ", -1))));
                }
            }
        }
        return others;
    }

    static boolean isBeforeNumbers(String letters) {
        return BEFORE_NUMBERS.contains(letters);
    }

    /// `L10`, `K10` and `khối 10` mean grade 10.
    static String beforeGrade(String letters) {
        return letters.equals("l") || letters.equals("k") || letters.equals("khoi") ? "lop" : letters;
    }
}
