package vn.lopmo.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.Library;
import vn.lopmo.content.SignedTokens;

/// A small library in which every query has the titles that a teacher would expect, best first. The mean nDCG@5 may not
/// fall.
@QuarkusTest
@TestProfile(SignedTokens.class)
class SearchRelevanceTest {
    private static final double LEAST = 0.93;

    private final Library library = new Library();
    private final List<String> judged = new ArrayList<>();
    private double sum;

    @BeforeEach
    void aSmallLibrary() {
        add(
                "Áp suất chất lỏng",
                "khtn",
                8,
                "Càng xuống sâu áp suất chất lỏng càng lớn, vì vậy thân đập dày dần về phía chân.");
        add(
                "Áp suất khí quyển",
                "khtn",
                8,
                "Không khí có trọng lượng nên gây ra áp suất. Thí nghiệm bán cầu Ma-đơ-buốc.");
        add("Khối lượng riêng", "khtn", 8, "Khối lượng của một đơn vị thể tích. Chất rắn, chất lỏng và chất khí.");
        add("Phương trình bậc hai một ẩn", "toan", 9, "Công thức nghiệm, biệt thức đen-ta, định lí Vi-ét.");
        add("Hệ phương trình bậc nhất hai ẩn", "toan", 9, "Phương pháp thế và phương pháp cộng đại số.");
        add("Vectơ trong mặt phẳng tọa độ", "toan", 10, "Tọa độ của vectơ, tích vô hướng, góc giữa hai vectơ.");
        add("Hàm số bậc hai", "toan", 10, "Đồ thị là một parabol có trục đối xứng song song với trục tung.");
        add("Đề kiểm tra giữa kì 1 Toán 10", "toan", 10, "Trắc nghiệm khách quan và tự luận, 90 phút.");
        add("Truyện Kiều: Trao duyên", "ngu-van", 11, "Cậy em em có chịu lời. Nguyễn Du và bi kịch tình yêu.");
        add("Chí Phèo", "ngu-van", 11, "Truyện ngắn của Nam Cao về người nông dân bị tha hóa.");
        add(
                "Chiến dịch Điện Biên Phủ 1954",
                "lich-su",
                12,
                "Lừng lẫy năm châu, chấn động địa cầu. Hiệp định Giơ-ne-vơ.");
        add("Khởi nghĩa Hai Bà Trưng", "lich-su", 6, "Mùa xuân năm 40, Trưng Trắc và Trưng Nhị phất cờ ở Hát Môn.");
        add("Đồng bằng sông Cửu Long", "dia-li", 9, "Vựa lúa của cả nước, sống chung với lũ và hạn mặn.");
        add("Dân số và lao động Việt Nam", "dia-li", 12, "Cơ cấu dân số theo tuổi, tháp dân số, đô thị hóa.");
        add(
                "Cân bằng phản ứng oxi hoá khử",
                "hoa-hoc",
                10,
                "Số oxi hóa, chất khử, chất oxi hóa, phương pháp thăng bằng electron.");
        add("Muối và dung dịch điện li", "hoa-hoc", 11, "Axit, bazơ, pH của dung dịch.");
        add("Quang hợp ở thực vật", "sinh-hoc", 11, "Lá xanh hấp thụ ánh sáng nhờ diệp lục, tạo ra đường và khí ôxi.");
        add("Di truyền Mendel", "sinh-hoc", 9, "Quy luật phân li, lai một cặp tính trạng trên đậu Hà Lan.");
        add("An toàn trên không gian mạng", "tin-hoc", 7, "Mật khẩu mạnh, tin giả, bắt nạt trực tuyến và cách ứng xử.");
        add("Lập trình Python cơ bản", "tin-hoc", 10, "Biến, câu lệnh rẽ nhánh, vòng lặp, hàm.");
        add("Sách giáo khoa Vật lý 12", "vat-li", 12, "Vật lí nhiệt, khí lí tưởng, từ trường, vật lí hạt nhân.");
        add("Bồi dưỡng học sinh giỏi Hóa học", "hoa-hoc", 12, "Chuyên đề nâng cao, đề thi cấp tỉnh.");
        library.searchUntil("", found -> found.getInt("total") == 22);
    }

    @Test
    void teachersFindWhatTheyMean() {
        relevance("áp suất chất lỏng", "Áp suất chất lỏng");
        relevance("ap suat chat long", "Áp suất chất lỏng");
        relevance("áp suat chat lỏng", "Áp suất chất lỏng");
        relevance(Normalizer.normalize("áp suất chất lỏng", Normalizer.Form.NFD), "Áp suất chất lỏng");
        relevance("ap suat", "Áp suất chất lỏng", "Áp suất khí quyển");
        relevance("phuong trinh", "Phương trình bậc hai một ẩn", "Hệ phương trình bậc nhất hai ẩn");
        relevance("phương trình bậc hai", "Phương trình bậc hai một ẩn");
        relevance("vec tơ", "Vectơ trong mặt phẳng tọa độ");
        relevance("vecto toa do", "Vectơ trong mặt phẳng tọa độ");
        relevance("toán lớp 9", "Phương trình bậc hai một ẩn", "Hệ phương trình bậc nhất hai ẩn");
        relevance("ktgk toan 10", "Đề kiểm tra giữa kì 1 Toán 10");
        relevance("kiểm tra giữa kỳ", "Đề kiểm tra giữa kì 1 Toán 10");
        relevance("truyen kieu", "Truyện Kiều: Trao duyên");
        relevance("nguyễn du", "Truyện Kiều: Trao duyên");
        relevance("nam cao", "Chí Phèo");
        relevance("dien bien phu", "Chiến dịch Điện Biên Phủ 1954");
        relevance("hai ba trung", "Khởi nghĩa Hai Bà Trưng");
        relevance("hai bà trưng", "Khởi nghĩa Hai Bà Trưng");
        relevance("han man", "Đồng bằng sông Cửu Long");
        relevance("dân số", "Dân số và lao động Việt Nam");
        relevance("oxi hóa khử", "Cân bằng phản ứng oxi hoá khử");
        relevance("oxi hoà khử", "Cân bằng phản ứng oxi hoá khử");
        relevance("quang hop", "Quang hợp ở thực vật");
        relevance("sgk vật lí", "Sách giáo khoa Vật lý 12");
        relevance("vat ly 12", "Sách giáo khoa Vật lý 12");
        relevance("hsg hoá", "Bồi dưỡng học sinh giỏi Hóa học");
        relevance("laapj trinhf python", "Lập trình Python cơ bản");
        relevance("pythn", "Lập trình Python cơ bản");
        relevance("bat nat truc tuyen", "An toàn trên không gian mạng");

        double mean = sum / judged.size();
        assertTrue(mean >= LEAST, () -> "mean nDCG@5 is " + mean + "\n" + String.join("\n", judged));
    }

    @Test
    void aPhraseInQuotesMustStandAsItIs() {
        assertEquals(
                1, library.search(library.student, "\"chất lỏng càng lớn\"").getInt("total"));
        assertEquals(0, library.search(library.student, "\"lỏng chất\"").getInt("total"));
    }

    @Test
    void allPhrasesInQuotesMustStand() {
        var both = "\"chất lỏng càng lớn\" \"thân đập dày\"";

        assertEquals(1, library.search(library.student, both).getInt("total"));
        assertEquals(0, library.search(library.student, both + " \"dày thân\"").getInt("total"));
    }

    @Test
    void facetsCountWhatElseCouldBeChosen() {
        var found = library.as(library.student)
                .get("/materials?q=&grade=10&type=TAI_LIEU")
                .jsonPath();

        assertEquals(5, found.getInt("total"));
        assertEquals(3, found.getInt("facets.subject.find { it.value == 'toan' }.count"));
        assertEquals(3, found.getInt("facets.grade.find { it.value == '8' }.count"));
        assertEquals(
                22, library.as(library.student).get("/materials").jsonPath().getInt("facets.type[0].count"));
    }

    @Test
    void howItWasTypedIsTold() {
        assertTrue(library.search(library.student, "ap suat").getBoolean("folded"));
        assertEquals(false, library.search(library.student, "áp suat").getBoolean("folded"));
    }

    private void relevance(String query, String... expected) {
        JsonPath found = library.search(library.student, query);
        List<String> titles = found.getList("hits.title");
        double gained = 0;
        double best = 0;
        for (int i = 0; i < expected.length; i++) {
            best += 1 / log2(i + 2);
            int rank = titles.indexOf(expected[i]);
            gained += rank >= 0 && rank < 5 ? 1 / log2(Math.max(rank, i) + 2) : 0;
        }
        sum += gained / best;
        judged.add(String.format(java.util.Locale.ROOT, "%.2f %s -> %s", gained / best, query, titles));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private void add(String title, String subject, int grade, String description) {
        Map<String, Object> metadata = library.metadata(title);
        metadata.put("subject", subject);
        metadata.put("grades", List.of(grade));
        metadata.put("description", description);
        library.published(metadata);
    }
}
