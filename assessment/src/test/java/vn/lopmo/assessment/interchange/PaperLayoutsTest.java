package vn.lopmo.assessment.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import vn.lopmo.assessment.interchange.exam.FoundQuestion;
import vn.lopmo.assessment.item.Form;

/// The layouts in which Vietnamese test papers come, each as a paper of our own.
class PaperLayoutsTest {
    private static String keys(List<FoundQuestion> found) {
        return found.stream().map(PaperLayoutsTest::key).collect(Collectors.joining(" "));
    }

    private static String key(FoundQuestion question) {
        var content = question.content();
        return switch (content.form()) {
            case SINGLE_CHOICE -> String.valueOf(content.key());
            case TRUE_FALSE_GROUP ->
                content.statementList().stream()
                        .map(one -> one.key() == null ? "?" : one.key() ? "Đ" : "S")
                        .collect(Collectors.joining());
            case SHORT_ANSWER -> String.join("|", content.keyList());
            case ESSAY -> "essay";
        };
    }

    private static String options(FoundQuestion question) {
        return question.content().optionList().stream()
                .map(one -> one.id() + "=" + one.html())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Câu 1. Hỏi?",
                "Câu 1: Hỏi?",
                "CÂU 1) Hỏi?",
                "Câu 1 (0,25 điểm). Hỏi?",
                "Câu 1. [NB] Hỏi?",
                "Bài 1. Hỏi?"
            })
    void aQuestionBeginsInAnyOfTheUsualWays(String start) {
        var found =
                PaperFile.of(start, "A. một", "__B__. hai", "C. ba", "D. bốn").read();

        assertEquals("Hỏi?", found.getFirst().content().prompt());
        assertEquals("A=một B=hai C=ba D=bốn", options(found.getFirst()));
        assertEquals("B", keys(found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A. 1\tB. 2\tC. 3\t__D__. 4",
                "A. 1   B. 2   C. 3   __D__. 4",
                "A. 1 B. 2 C. 3 __D__. 4",
                "A) 1\tB) 2\tC) 3\t__D__) 4"
            })
    void optionsStandOnOneLine(String line) {
        var found = PaperFile.of("Câu 1. Hỏi?", line).read();

        assertEquals("A=1 B=2 C=3 D=4", options(found.getFirst()));
        assertEquals("D", keys(found));
    }

    @Test
    void optionsStandInATable() {
        var found = PaperFile.of("Câu 1. Hỏi?")
                .table(List.of(List.of("A. 1", "B. 2"), List.of("__C__. 3", "D. 4")))
                .read();

        assertEquals("A=1 B=2 C=3 D=4", options(found.getFirst()));
        assertEquals("C", keys(found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__B__. hai",
                "*B. hai",
                "B. **hai**",
                "{{B}}. hai",
                "B. {{hai}}",
                "==B==. hai",
                "B. ==hai==",
                "B. __hai__",
                "B. hai*"
            })
    void aKeyIsMarkedInTheText(String marked) {
        var found =
                PaperFile.of("Câu 1. Hỏi?", "A. một", marked, "C. ba", "D. bốn").read();

        assertEquals("B", keys(found));
        assertEquals("A=một B=hai C=ba D=bốn", options(found.getFirst()), "the mark must not reach a learner");
    }

    @Test
    void whatAllOptionsHaveIsNoKey() {
        var found = PaperFile.of("Câu 1. Hỏi?", "**A. một**", "**B. hai**", "**C. ba**", "**D. bốn**")
                .read();

        assertNull(found.getFirst().content().key());
    }

    @Test
    void twoMarkedOptionsAreLeftToTheTeacher() {
        var found = PaperFile.of(
                        "Câu 1. Hỏi?",
                        "__A__. 1",
                        "B. 2",
                        "__C__. 3",
                        "D. 4",
                        "Câu 2. Hỏi?",
                        "A. 1",
                        "__B__. 2",
                        "C. 3",
                        "D. 4")
                .read();

        assertEquals("null B", keys(found));
        assertEquals(List.of("A", "C"), found.getFirst().marked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Đáp án: B", "Đáp án B", "Chọn B", "Chọn đáp án B.", "ĐÁP ÁN: B", "Lời giải: vì thế nên chọn B."
            })
    void aKeyIsWrittenOutAfterItsQuestion(String line) {
        var found = PaperFile.of("Câu 1. Hỏi?", "A. 1\tB. 2\tC. 3\tD. 4", line, "Câu 2. Hỏi?", "A. 1\tB. 2\tC. 3\tD. 4")
                .read();

        assertEquals("B null", keys(found));
    }

    @Test
    void keysStandInATableAtTheEnd() {
        var lines = new String[] {
            "Câu 1. Hỏi?",
            "A. 1\tB. 2\tC. 3\tD. 4",
            "Câu 2. Hỏi?",
            "A. 1\tB. 2\tC. 3\tD. 4",
            "Câu 3. Hỏi?",
            "A. 1\tB. 2\tC. 3\tD. 4",
            "BẢNG ĐÁP ÁN"
        };

        assertEquals(
                "C A D",
                keys(PaperFile.of(lines)
                        .table(List.of(List.of("1-C", "2-A", "3-D")))
                        .read()));
        assertEquals(
                "C A D",
                keys(PaperFile.of(lines)
                        .table(List.of(List.of("1", "2", "3"), List.of("C", "A", "D")))
                        .read()));
        assertEquals(
                "C A D",
                keys(PaperFile.of(lines)
                        .table(List.of(List.of("Câu", "1", "2", "3"), List.of("Đáp án", "C", "A", "D")))
                        .read()));
        assertEquals(
                "C A D",
                keys(PaperFile.of(lines)
                        .table(List.of(
                                List.of("Câu", "Đáp án"), List.of("1", "C"), List.of("2", "A"), List.of("3", "D")))
                        .read()));
        assertEquals("C A D", keys(PaperFile.of(lines).line("1.C  2.A  3.D").read()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đáp án: ĐSĐĐ",
                "Đáp án: DSDD",
                "Đáp án: TFTT",
                "Đáp án: 1011",
                "Đáp án: đúng sai đúng đúng",
                "Đáp án: a) Đúng b) Sai c) Đúng d) Đúng"
            })
    void theKeysOfAGroupAreSpeltInManyWays(String line) {
        var found = PaperFile.of(
                        "PHẦN II. Câu trắc nghiệm đúng sai", "Câu 1. Xét:", "a) một", "b) hai", "c) ba", "d) bốn", line)
                .read();

        assertEquals(Form.TRUE_FALSE_GROUP, found.getFirst().content().form());
        assertEquals("ĐSĐĐ", keys(found));
    }

    @Test
    void theKeysOfAGroupStandAtItsStatements() {
        var found = PaperFile.of(
                        "PHẦN II. Đúng sai",
                        "Câu 1. Xét:",
                        "a) một (Đ)",
                        "b) hai [S]",
                        "c) ba – Đúng",
                        "d) diện tích S. (S)")
                .read();

        assertEquals("ĐSĐS", keys(found));
        assertEquals(
                "diện tích S.",
                found.getFirst().content().statementList().get(3).html());
    }

    @Test
    void trueStatementsAreUnderlined() {
        var found = PaperFile.of("PHẦN II. Đúng sai", "Câu 1. Xét:", "__a__) một", "b) hai", "__c__) ba", "d) bốn")
                .read();

        assertEquals("ĐSĐS", keys(found));
    }

    @Test
    void partsBeginTheirNumbersAnew() {
        var found = PaperFile.of(
                        "PHẦN I. Trắc nghiệm nhiều lựa chọn",
                        "Câu 1. Hỏi?",
                        "A. 1\t__B__. 2\tC. 3\tD. 4",
                        "PHẦN II. Trắc nghiệm đúng sai",
                        "Câu 1. Xét:",
                        "a) một",
                        "b) hai",
                        "c) ba",
                        "d) bốn",
                        "PHẦN III. Trả lời ngắn",
                        "Câu 1. Tính.",
                        "ĐS: -1,25",
                        "Câu 2. Tính.",
                        "PHẦN IV. Tự luận",
                        "Câu 1. Viết.",
                        "ĐÁP ÁN",
                        "PHẦN II",
                        "Câu 1: ĐĐSS",
                        "PHẦN III",
                        "Câu 2: 7")
                .read();

        assertEquals("B ĐĐSS -1,25 7 essay", keys(found));
        assertEquals("PHẦN II. Trắc nghiệm đúng sai", found.get(1).part().title());
    }

    @Test
    void wordNumbersTheQuestionsAndTheOptions() {
        var file = PaperFile.of();
        var questions = file.list(STNumberFormat.DECIMAL, "Câu %1.");
        var options = file.list(STNumberFormat.UPPER_LETTER, "%1.");
        file.numbered(questions, "Hỏi?")
                .numbered(options, "một")
                .numbered(options, "**hai**")
                .numbered(options, "ba")
                .numbered(options, "bốn");
        file.numbered(questions, "Hỏi nữa?");

        var found = file.read();

        assertEquals("A=một B=hai C=ba D=bốn", options(found.getFirst()));
        assertEquals("B", key(found.getFirst()));
        assertEquals("Hỏi nữa?", found.get(1).content().prompt());
    }

    @Test
    void aPassageIsSharedByItsQuestions() {
        var found = PaperFile.of(
                        "Đọc đoạn trích sau và trả lời các câu hỏi từ câu 1 đến câu 2:",
                        "Trăng ơi từ đâu đến?",
                        "Câu 1. Thể thơ?",
                        "A. 1\t__B__. 2\tC. 3\tD. 4",
                        "Câu 2. Tác giả?",
                        "A. 1\t__B__. 2\tC. 3\tD. 4",
                        "Câu 3. Khác?",
                        "A. 1\t__B__. 2\tC. 3\tD. 4")
                .read();

        assertEquals(
                "<blockquote>Trăng ơi từ đâu đến?</blockquote>Thể thơ?",
                found.get(0).content().prompt());
        assertTrue(found.get(1).content().prompt().contains("Trăng ơi"));
        assertEquals("Khác?", found.get(2).content().prompt());
    }

    @Test
    void anExplanationIsKeptApart() {
        var found = PaperFile.of("Câu 1. Hỏi?", "A. 1\tB. 2\tC. 3\tD. 4", "Lời giải", "Vì 1 + 1 = 2.", "Chọn B")
                .read();

        assertEquals("Vì 1 + 1 = 2.", found.getFirst().content().explanation());
        assertEquals("B", keys(found));
    }

    @Test
    void aMissingNumberIsSaid() {
        var found = PaperFile.of(
                        "Câu 1. Hỏi?", "A. 1\t__B__. 2\tC. 3\tD. 4", "Câu 3. Hỏi?", "A. 1\t__B__. 2\tC. 3\tD. 4")
                .read();

        assertFalse(found.get(0).afterGap());
        assertTrue(found.get(1).afterGap());
    }

    @Test
    void picturesAndTablesStayInTheirQuestion() {
        var found = PaperFile.of("Câu 1. Xem bảng:")
                .table(List.of(List.of("Tuổi", "Số bạn"), List.of("12", "5")))
                .picture()
                .line("A. 1\t__B__. 2\tC. 3\tD. 4")
                .read();
        var prompt = found.getFirst().content().prompt();

        assertTrue(prompt.contains("<td>Tuổi</td>"), prompt);
        assertTrue(prompt.contains("<img src=\"/api/assessment/media/1\""), prompt);
    }

    @Test
    void aMetafileIsSaidToBeLost() {
        var found = PaperFile.of("Câu 1. Hình:")
                .picture(new byte[64], Document.PICTURE_TYPE_WMF)
                .line("A. 1\t__B__. 2\tC. 3\tD. 4")
                .read();
        var doubts = Doubt.of(found.getFirst().content(), List.of(), false, false);

        assertEquals(
                List.of("picture-unreadable"), doubts.stream().map(Doubt::slug).toList());
    }

    @Test
    void equationsBecomeLatexAndMathml() {
        var half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>x</m:t></m:r></m:den></m:f>";
        var found = PaperFile.of(
                        "Câu 1. Tính [[" + half + "]] và $x^2+\\sqrt{3}$, giá $5 và $6", "A. 1\t__B__. 2\tC. 3\tD. 4")
                .read();
        var prompt = found.getFirst().content().prompt();

        assertTrue(prompt.contains("data-latex=\"\\frac{1}{x}\""), prompt);
        assertTrue(prompt.contains("<mfrac><mn>1</mn><mi>x</mi></mfrac>"), prompt);
        assertTrue(prompt.contains("data-latex=\"x^2+\\sqrt{3}\""), prompt);
        assertTrue(prompt.contains("<msqrt><mn>3</mn></msqrt>"), prompt);
        assertTrue(prompt.endsWith("giá $5 và $6"), prompt);
    }
}
