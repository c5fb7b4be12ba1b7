package vn.lopmo.content.search;

import java.util.List;
import java.util.Map;

/// What schools write short. Unfolded when searching, so that the index need not know.
final class Abbreviations {
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("thpt", "trung hoc pho thong"),
            Map.entry("thcs", "trung hoc co so"),
            Map.entry("th", "tieu hoc"),
            Map.entry("sgk", "sach giao khoa"),
            Map.entry("sgv", "sach giao vien"),
            Map.entry("sbt", "sach bai tap"),
            Map.entry("hsg", "hoc sinh gioi"),
            Map.entry("hs", "hoc sinh"),
            Map.entry("gv", "giao vien"),
            Map.entry("ktgk", "kiem tra giua ki"),
            Map.entry("ktck", "kiem tra cuoi ki"),
            Map.entry("hk1", "hoc ki 1"),
            Map.entry("hk2", "hoc ki 2"),
            Map.entry("khbd", "ke hoach bai day"),
            Map.entry("khtn", "khoa hoc tu nhien"),
            Map.entry("gdcd", "giao duc cong dan"),
            Map.entry("gdtc", "giao duc the chat"),
            Map.entry("gddt", "giao duc dao tao"),
            Map.entry("hdtn", "hoat dong trai nghiem"),
            Map.entry("cntt", "cong nghe thong tin"),
            Map.entry("gddp", "giao duc dia phuong"),
            Map.entry("bt", "bai tap"),
            Map.entry("tn", "trac nghiem"),
            Map.entry("skkn", "sang kien kinh nghiem"));

    private Abbreviations() {}

    /// The folded syllables it stands for; empty if it stands for itself alone.
    static List<String> of(String folded) {
        var words = LONG.get(folded);
        if (words != null) {
            return List.of(words.split(" ", -1));
        }
        // L10 and K10 mean grade 10
        return folded.matches("[lk]([1-9]|1[0-2])") ? List.of("lop", folded.substring(1)) : List.of();
    }
}
