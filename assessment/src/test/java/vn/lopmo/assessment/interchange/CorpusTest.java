package vn.lopmo.assessment.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.interchange.exam.FoundQuestion;
import vn.lopmo.assessment.interchange.exam.PaperReader;
import vn.lopmo.assessment.interchange.word.WordReader;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.Form;

/// Real papers that lie outside the repository: each question's number, form and key against its `.key.json`.
/// Run with `-Dtests.excluded= -Dsurefire.args=-Dlopmo.corpus=<folder>`.
@Tag("corpus")
class CorpusTest {
    @Test
    void everyQuestionOfEveryPaperComesIn() throws IOException {
        var folder = System.getProperty("lopmo.corpus");
        Assumptions.assumeTrue(folder != null, "no corpus folder given");
        var wrong = new ArrayList<String>();
        int right = 0;
        try (var papers = Files.list(Path.of(folder))) {
            for (Path paper : papers.filter(path -> path.toString().endsWith(".docx"))
                    .sorted()
                    .toList()) {
                right += compare(paper, wrong);
            }
        }

        System.out.println(right + " questions right, wrong: " + wrong);
        assertEquals(List.of(), wrong);
        assertTrue(right > 0);
    }

    private static int compare(Path paper, List<String> wrong) throws IOException {
        var keys = JsonMapper.builder()
                .build()
                .readTree(
                        Path.of(paper.toString().replace(".docx", ".key.json")).toFile());
        var found = PaperReader.read(WordReader.read(paper), Map.of());
        if (System.getProperty("lopmo.corpus.dump") != null) {
            dump(paper, found);
        }
        int right = 0;
        if (found.size() != keys.size()) {
            wrong.add(paper.getFileName() + ": " + found.size() + " questions, not " + keys.size());
        }
        for (int i = 0; i < Math.min(keys.size(), found.size()); i++) {
            var expected = expected(keys.get(i));
            var actual = actual(found.get(i));
            if (expected.equals(actual) && isWhole(found.get(i).content())) {
                right++;
            } else {
                wrong.add(paper.getFileName() + " " + expected + " / " + actual);
            }
        }
        return right;
    }

    private static String expected(JsonNode key) {
        return key.get("n").asText() + " " + key.get("form").asText() + " "
                + key.get("key").asText();
    }

    private static String actual(FoundQuestion question) {
        var content = question.content();
        var key =
                switch (content.form()) {
                    case SINGLE_CHOICE -> "choice " + content.key();
                    case TRUE_FALSE_GROUP ->
                        "true-false "
                                + content.statementList().stream()
                                        .map(one -> one.key() == null ? "?" : one.key() ? "Đ" : "S")
                                        .collect(Collectors.joining());
                    case SHORT_ANSWER -> "short " + String.join("|", content.keyList());
                    case ESSAY -> "essay";
                };
        return question.number() + " " + key;
    }

    private static boolean isWhole(Draft content) {
        content.toItem();
        return switch (content.form()) {
            case SINGLE_CHOICE -> content.optionList().size() == 4;
            case TRUE_FALSE_GROUP -> content.statementList().size() == 4;
            default -> true;
        };
    }

    /// The questions as a page, to be looked at: `-Dlopmo.corpus.dump=<folder>`.
    private static void dump(Path paper, List<FoundQuestion> found) throws IOException {
        var page = found.stream().map(CorpusTest::shown).collect(Collectors.joining("\n", "<meta charset=utf-8>", ""));
        Files.writeString(Path.of(System.getProperty("lopmo.corpus.dump"), paper.getFileName() + ".html"), page);
    }

    private static String shown(FoundQuestion question) {
        var content = question.content();
        var parts = content.form() == Form.TRUE_FALSE_GROUP
                ? content.statementList().stream().map(one -> one.id() + ") " + one.html() + " " + one.key())
                : content.optionList().stream().map(one -> one.id() + ". " + one.html());
        return "<p><b>" + question.number() + "</b> " + content.prompt() + "<br>"
                + parts.collect(Collectors.joining(" &emsp; ")) + " <i>" + actual(question) + "</i>";
    }
}
