package vn.lopmo.assessment.sitting;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.platform.refusal.Refusal;

class AnswerShapeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachFormTakesItsOwnAnswerAndABlank() {
        assertDoesNotThrow(() -> AnswerShape.check(Form.SINGLE_CHOICE, json("{\"choice\":\"B\"}")));
        assertDoesNotThrow(() -> AnswerShape.check(Form.TRUE_FALSE_GROUP, json("{\"statements\":{\"a\":true}}")));
        assertDoesNotThrow(() -> AnswerShape.check(Form.SHORT_ANSWER, json("{\"text\":\"2,5\"}")));
        assertDoesNotThrow(() -> AnswerShape.check(Form.ESSAY, json("{\"essay\":\"Bài làm\\nđây\"}")));
        assertDoesNotThrow(() -> AnswerShape.check(Form.ESSAY, json("null")));
    }

    @Test
    void anythingElseIsRefused() {
        var bad = List.of(
                "{\"choice\":\"LONGER\"}",
                "{\"choice\":1}",
                "{\"text\":\"2,5\"}",
                "{\"choice\":\"A\",\"key\":\"A\"}",
                "{}",
                "[]",
                "\"A\"",
                "{\"choice\":\"\\u0000\"}");
        for (String one : bad) {
            assertThrows(Refusal.Invalid.class, () -> AnswerShape.check(Form.SINGLE_CHOICE, json(one)), one);
        }
        assertThrows(
                Refusal.Invalid.class,
                () -> AnswerShape.check(Form.TRUE_FALSE_GROUP, json("{\"statements\":{\"a\":\"true\"}}")));
        var endless = "{\"essay\":\"" + "a".repeat(20_001) + "\"}";
        assertThrows(Refusal.Invalid.class, () -> AnswerShape.check(Form.ESSAY, json(endless)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
