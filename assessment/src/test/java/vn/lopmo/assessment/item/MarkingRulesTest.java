package vn.lopmo.assessment.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingRulesTest {
    private static final List<Option> ABCD =
            List.of(new Option("A", "1"), new Option("B", "2"), new Option("C", "3"), new Option("D", "4"));

    @ParameterizedTest
    @CsvSource({
        "B, B, 0.25",
        "B, A, 0.00",
        "A|B, A, 0.25",
        "A|B, B, 0.25",
        "A|B, C, 0.00",
        "'*', D, 0.25",
        "B, '', 0.00"
    })
    void aChoiceIsRightOrWrong(String key, String chosen, BigDecimal expected) {
        var item = new Item.SingleChoice("?", ABCD, key, null);

        var mark = item.mark(new Answer.Choice(chosen));

        assertEquals(expected, mark.outOf(new BigDecimal("0.25")));
    }

    @ParameterizedTest
    @CsvSource({"B, 0.00", "'*', 0.25"})
    void aBlankEarnsNothingUnlessTheItemIsVoid(String key, BigDecimal expected) {
        var item = new Item.SingleChoice("?", ABCD, key, null);

        assertEquals(expected, item.mark(null).outOf(new BigDecimal("0.25")));
    }

    @ParameterizedTest
    @CsvSource({
        "LADDER, 0, 0.00", "LADDER, 1, 0.10", "LADDER, 2, 0.25", "LADDER, 3, 0.50", "LADDER, 4, 1.00",
        "EQUAL, 0, 0.00", "EQUAL, 1, 0.25", "EQUAL, 2, 0.50", "EQUAL, 3, 0.75", "EQUAL, 4, 1.00"
    })
    void aGroupClimbsTheLadderOrCountsEqually(Scoring scoring, int right, BigDecimal expected) {
        var item = new Item.TrueFalseGroup("?", claims("ĐSĐS"), scoring, null);

        var mark = item.mark(answers("ĐSĐS", right));

        assertEquals(expected, mark.outOf(BigDecimal.ONE));
    }

    /// The state exam from 2025 (vietnam: part II is worth 1 at most); in school tests a group may be worth anything.
    @ParameterizedTest
    @CsvSource({
        "LADDER, 1, 2.00, 0.20", "LADDER, 3, 2.00, 1.00", "LADDER, 1, 0.50, 0.05", "LADDER, 2, 0.50, 0.13",
        "LADDER, 1, 0.25, 0.03", "LADDER, 2, 0.25, 0.06", "EQUAL, 1, 0.50, 0.13", "EQUAL, 3, 0.25, 0.19"
    })
    void theLadderIsAShareOfWhatTheGroupIsWorth(Scoring scoring, int right, BigDecimal worth, BigDecimal expected) {
        var item = new Item.TrueFalseGroup("?", claims("ĐSĐS"), scoring, null);

        assertEquals(expected, item.mark(answers("ĐSĐS", right)).outOf(worth));
    }

    /// Questions of the three parts of the state exam from 2025 and what each is worth: all right is ten.
    @ParameterizedTest
    @CsvSource({"toan, 12, 4, 6, 0.50", "vat-li, 18, 4, 6, 0.25", "lich-su, 24, 4, 0, 0.25", "tieng-anh, 40, 0, 0, 0.25"
    })
    void aStateExamWithoutAMistakeIsTen(String subject, int choices, int groups, int shorts, BigDecimal shortWorth) {
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < choices; i++) {
            sum = sum.add(new Item.SingleChoice("?", ABCD, "C", null)
                    .mark(new Answer.Choice("C"))
                    .outOf(new BigDecimal("0.25")));
        }
        for (int i = 0; i < groups; i++) {
            sum = sum.add(new Item.TrueFalseGroup("?", claims("ĐSĐĐ"), Scoring.LADDER, null)
                    .mark(answers("ĐSĐĐ", 4))
                    .outOf(BigDecimal.ONE));
        }
        for (int i = 0; i < shorts; i++) {
            sum = sum.add(new Item.ShortAnswer("?", List.of("-1,5"), null)
                    .mark(new Answer.Text("-1,5"))
                    .outOf(shortWorth));
        }

        assertEquals(0, sum.compareTo(BigDecimal.TEN), () -> subject);
    }

    @Test
    void aStatementLeftBlankIsNotRight() {
        var item = new Item.TrueFalseGroup("?", claims("SSSS"), Scoring.LADDER, null);

        var mark = item.mark(new Answer.Statements(Map.of("a", false, "b", false, "c", false)));

        assertEquals(new BigDecimal("0.50"), mark.outOf(BigDecimal.ONE));
    }

    @Test
    void aGroupOfThreeHasNoLadder() {
        var item = new Item.TrueFalseGroup("?", claims("ĐĐĐ"), Scoring.LADDER, null);

        var mark = item.mark(answers("ĐĐĐ", 2));

        assertEquals(new BigDecimal("0.67"), mark.outOf(BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2,5; 2,5; true", "2,5; 2.5; true", "2,5; ' 2 , 5 '; true", "2,5; +2,5; true", "2,5; 2,50; true",
                        "2,5; 2,51; false",
                "-1,25; −1,25; true", "-1,25; –1.25; true", "-1,25; 1,25; false", "0,5; ,5; true", "4; 4,0; true",
                        "0; -0; true",
                "12; 1 2; true", "1|3; 3; true", "1|3; 2; false", "*; gì cũng được; true", "Hà Nội; hà  nội; true",
                        "Hà Nội; Ha Noi; false",
                "2,5; ''; false", "2,5; abc; false", "1000; 1.000; false"
            })
    void aShortAnswerIsComparedAsAMarkerWould(String key, String given, boolean right) {
        var item = new Item.ShortAnswer("?", List.of(key), null);

        assertEquals(right ? Mark.FULL : Mark.NONE, item.mark(new Answer.Text(given)));
    }

    /// Four boxes on the state exam's sheet: digits, a comma in the second or third, a minus in the first. People
    /// type what they would write there, with a point too.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0,25; 0.25; true", "3,14; 3,14; true", "12,3; 12.3; true", "-1,5; -1.5; true", "-0,5; −0,5; true",
                "-12; –12; true", "1234; 1234; true", "1234; 1 234; true", "-123; -123; true", "1,5; 1,5.; false",
                "1,5; 1,,5; false", "1,5; 15; false", "-1,5; 1,5-; false", "-1,5; --1,5; false", "7; 07; true",
                "0,5; 1/2; false", "2|−2; -2; true", "2|−2; 2; true", "2|-2; ±2; false"
            })
    void whatFitsTheFourBoxesIsComparedByItsValue(String key, String given, boolean right) {
        var item = new Item.ShortAnswer("?", List.of(key), null);

        assertEquals(right ? Mark.FULL : Mark.NONE, item.mark(new Answer.Text(given)));
    }

    @Test
    void aBlankShortAnswerEarnsNothingUnlessTheItemIsVoid() {
        assertEquals(Mark.NONE, new Item.ShortAnswer("?", List.of("2"), null).mark(null));
        assertEquals(Mark.FULL, new Item.ShortAnswer("?", List.of("*"), null).mark(null));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 1.00, 1.00",
        "2, 0.5, 1.00, 0.63",
        "0, 0, 1.00, 0.00",
        "1.5, 1, 2.00, 1.25",
        "1, 0.33, 0.50, 0.17"
    })
    void aRubricsPointsAreScaledToWhatTheQuestionIsWorth(
            BigDecimal first, BigDecimal second, BigDecimal worth, BigDecimal expected) {
        var rubric = List.of(
                new Criterion("a", "Đủ ý", new BigDecimal("3"), null),
                new Criterion("b", "Diễn đạt", BigDecimal.ONE, null));

        assertEquals(expected, Criterion.mark(rubric, Map.of("a", first, "b", second), worth));
        assertEquals(null, Criterion.mark(rubric, Map.of("a", first), worth));
        assertTrue(Criterion.fits(rubric, Map.of("a", first)));
        assertEquals(false, Criterion.fits(rubric, Map.of("b", new BigDecimal("1.01"))));
        assertEquals(false, Criterion.fits(rubric, Map.of("c", BigDecimal.ZERO)));
    }

    @Test
    void anyOfTheKeysIsRight() {
        var item = new Item.ShortAnswer("?", List.of("2,5", "5/2"), null);

        assertEquals(Mark.FULL, item.mark(new Answer.Text("5/2")));
    }

    @Test
    void anEssayWaitsForAPersonAndABlankOneDoesNot() {
        var item = new Item.Essay("?", "ý 1: 0,5", null);

        assertTrue(item.mark(new Answer.Essay("Em nghĩ là…")).isPending());
        assertEquals(Mark.NONE, item.mark(new Answer.Essay("  ")));
        assertEquals(Mark.NONE, item.mark(null));
    }

    @Test
    void anAnswerOfAnotherShapeEarnsNothing() {
        assertEquals(Mark.NONE, new Item.SingleChoice("?", ABCD, "A", null).mark(new Answer.Text("A")));
        assertEquals(Mark.NONE, new Item.ShortAnswer("?", List.of("1"), null).mark(new Answer.Choice("1")));
        assertEquals(Mark.NONE, new Item.Essay("?", null, null).mark(new Answer.Choice("A")));
    }

    @Test
    void aKeyOutsideTheOptionsIsNoItem() {
        assertThrows(IllegalArgumentException.class, () -> new Item.SingleChoice("?", ABCD, "E", null));
        assertThrows(IllegalArgumentException.class, () -> new Item.SingleChoice("?", ABCD, "", null));
        assertThrows(IllegalArgumentException.class, () -> new Item.ShortAnswer("?", List.of(" "), null));
    }

    private static List<Statement> claims(String keys) {
        return keys.chars()
                .mapToObj(key -> key == 'Đ')
                .collect(
                        ArrayList::new,
                        (list, key) -> list.add(new Statement("" + (char) ('a' + list.size()), "x", key)),
                        ArrayList::addAll);
    }

    private static Answer answers(String keys, int right) {
        var given = new HashMap<String, Boolean>();
        for (int i = 0; i < keys.length(); i++) {
            given.put("" + (char) ('a' + i), (keys.charAt(i) == 'Đ') == (i < right));
        }
        return new Answer.Statements(given);
    }
}
