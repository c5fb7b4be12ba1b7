package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.platform.refusal.Refusal;

/// A quick look at an answer as it comes in: has it the shape of its item's form, and a size that a person types?
/// The marking reads it closely later. Kept apart from the mapping to [Answer], because saving is the hottest path
/// there is.
final class AnswerShape {
    private static final int MOST_STATEMENTS = 12;
    private static final int LONGEST_ID = 4;

    private AnswerShape() {}

    /// @param answer null or JSON null is a blank, which every form takes
    /// @throws Refusal.Invalid if it is no answer to an item of this form
    static void check(Form form, JsonNode answer) {
        if (!answer.isNull() && !isGood(form, answer)) {
            throw new Refusal.Invalid("answer-shape");
        }
    }

    private static boolean isGood(Form form, JsonNode answer) {
        if (answer.size() != 1) {
            return false;
        }
        return switch (form) {
            case SINGLE_CHOICE -> isText(answer.get("choice"), LONGEST_ID);
            case TRUE_FALSE_GROUP -> isStatements(answer.get("statements"));
            case SHORT_ANSWER -> isText(answer.get("text"), Answer.LONGEST_TEXT);
            case ESSAY -> isText(answer.get("essay"), Answer.LONGEST_ESSAY);
        };
    }

    /// PostgreSQL's jsonb takes every character but NUL.
    private static boolean isText(@Nullable JsonNode node, int longest) {
        return node != null
                && node.isTextual()
                && node.textValue().length() <= longest
                && node.textValue().indexOf('\0') < 0;
    }

    private static boolean isStatements(@Nullable JsonNode node) {
        if (node == null || !node.isObject() || node.size() > MOST_STATEMENTS) {
            return false;
        }
        return node.properties().stream()
                .allMatch(one -> one.getKey().length() <= LONGEST_ID
                        && one.getKey().indexOf('\0') < 0
                        && one.getValue().isBoolean());
    }
}
