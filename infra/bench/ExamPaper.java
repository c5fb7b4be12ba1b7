import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Forty questions in the three parts of the ministry's form since 2025: 28 choices, 6 groups of statements, 6 short answers. Of a length that
/// such questions have.
final class ExamPaper {
    private static final String META = "{\"subject\":\"toan\",\"grade\":10,\"topic\":\"Hàm số\",\"cognitive\":\"HIEU\",\"indicators\":[\"1.1.TC1d\"],\"source\":\"\"}";
    private static final String TEXT =
            "<p>Câu %d. Cho hàm số <span class=\\\"math\\\" data-latex=\\\"y = %dx^2 - 4x + 1\\\"><math><mi>y</mi><mo>=</mo><mn>%d</mn><msup><mi>x</mi>"
                    + "<mn>2</mn></msup><mo>−</mo><mn>4</mn><mi>x</mi><mo>+</mo><mn>1</mn></math></span>. Một người quan sát đồ thị của hàm số này trên"
                    + " mặt phẳng toạ độ và ghi lại các điểm đặc biệt của nó. %s</p>";

    private final Browser teacher;

    ExamPaper(Browser teacher) {
        this.teacher = teacher;
    }

    /// @return the paper's id
    String write() throws IOException {
        var parts = new ArrayList<String>();
        parts.add(part("Phần I. Chọn một phương án", "Mỗi câu thí sinh chỉ chọn một phương án.", 28, "0.25", this::choice));
        parts.add(part("Phần II. Đúng hay sai", "Trong mỗi ý a, b, c, d, thí sinh chọn đúng hoặc sai.", 6, "0.25", this::group));
        parts.add(part("Phần III. Trả lời ngắn", "Thí sinh ghi kết quả.", 6, "0.25", this::shortAnswer));
        var paper = teacher.insist(
                "POST", "/api/assessment/papers", "{\"title\":\"Đề đo\",\"subject\":\"toan\",\"grade\":10,\"minutes\":90}");
        var id = paper.get("id").text();
        teacher.insist(
                "PUT",
                "/api/assessment/papers/" + id,
                "{\"revision\":" + paper.get("revision").number()
                        + ",\"title\":\"Đề đo\",\"subject\":\"toan\",\"grade\":10,\"minutes\":90,\"parts\":[" + String.join(",", parts) + "]}");
        return id;
    }

    private interface Content {
        String of(int number);
    }

    private String part(String title, String instructions, int many, String points, Content content) throws IOException {
        var slots = new ArrayList<String>();
        for (int n = 1; n <= many; n++) {
            var item = teacher.insist(
                    "POST", "/api/assessment/items", "{\"content\":" + content.of(n) + ",\"meta\":" + META + "}");
            slots.add("{\"itemId\":\"" + item.get("id").text() + "\",\"points\":" + points + "}");
        }
        return "{\"title\":\"" + title + "\",\"instructions\":\"" + instructions + "\",\"slots\":[" + String.join(",", slots) + "]}";
    }

    private String choice(int n) {
        var options = List.of("A", "B", "C", "D").stream()
                .map(id -> "{\"id\":\"" + id + "\",\"html\":\"<p>Đồ thị đi qua điểm có hoành độ bằng " + (n + id.charAt(0) - 'A') + "</p>\"}")
                .toList();
        return "{\"form\":\"SINGLE_CHOICE\",\"prompt\":\"" + TEXT.formatted(n, n, n, "Khẳng định nào sau đây đúng?") + "\",\"options\":["
                + String.join(",", options) + "],\"key\":\"" + "ABCD".charAt(n % 4)
                + "\",\"explanation\":\"<p>Thay toạ độ của từng điểm vào công thức của hàm số.</p>\"}";
    }

    private String group(int n) {
        var statements = List.of("a", "b", "c", "d").stream()
                .map(id -> "{\"id\":\"" + id + "\",\"html\":\"<p>Hàm số đồng biến trên khoảng (" + n + "; +∞) theo ý " + id + "</p>\",\"key\":"
                        + (id.charAt(0) % 2 == 0) + "}")
                .toList();
        return "{\"form\":\"TRUE_FALSE_GROUP\",\"prompt\":\"" + TEXT.formatted(n, n, n, "Xét các khẳng định sau.") + "\",\"statements\":["
                + String.join(",", statements) + "],\"scoring\":\"LADDER\",\"explanation\":\"<p>Lập bảng biến thiên.</p>\"}";
    }

    private String shortAnswer(int n) {
        return "{\"form\":\"SHORT_ANSWER\",\"prompt\":\"" + TEXT.formatted(n, n, n, "Giá trị nhỏ nhất của hàm số bằng bao nhiêu?")
                + "\",\"keys\":[\"" + n + ",5\"],\"explanation\":\"<p>Tìm hoành độ đỉnh.</p>\"}";
    }
}
