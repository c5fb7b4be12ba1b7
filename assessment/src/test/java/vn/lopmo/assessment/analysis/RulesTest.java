package vn.lopmo.assessment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.analysis.Flag.Code;
import vn.lopmo.assessment.analysis.Flag.Severity;
import vn.lopmo.assessment.analysis.classical.ItemFigures;
import vn.lopmo.assessment.analysis.classical.MarkTable;
import vn.lopmo.assessment.analysis.classical.PaperFigures;
import vn.lopmo.assessment.analysis.classical.Thirds;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.Slot;

/// When the analysis asks a person to look.
class RulesTest {
    private static final Words VIETNAMESE = new Words(Locale.of("vi"));

    /// Thirty learners; the first item under test, then eight that order the learners from the best to the weakest.
    private static Taken aClass(Item item, List<? extends @Nullable Answer> answers) {
        var columns = new ArrayList<Taken.Column>();
        var rows = new ArrayList<double[]>();
        for (int learner = 0; learner < answers.size(); learner++) {
            var row = new double[9];
            for (int other = 1; other < 9; other++) {
                row[other] = learner * 9 < other * answers.size() ? 1 : 0;
            }
            var share = item.mark(answers.get(learner)).share();
            row[0] = share == null ? 0 : share.doubleValue();
            rows.add(row);
        }
        var given = new ArrayList<@Nullable Answer>(answers);
        columns.add(column(item, 1, given));
        for (int other = 1; other < 9; other++) {
            columns.add(column(Fixtures.anEssay(), other + 1, given));
        }
        var learners = answers.stream().map(one -> UUID.randomUUID()).toList();
        return new Taken(learners, columns, MarkTable.of(rows, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}), 0, List.of());
    }

    private static Taken.Column column(Item item, int number, List<@Nullable Answer> answers) {
        var slot = new Slot(UUID.randomUUID(), UUID.randomUUID(), 1, BigDecimal.ONE);
        var meta = new Meta("toan", 10, null, null, List.of(), null);
        return new Taken.Column(new Question(slot, number, item, meta, item.prompt()), answers, List.of());
    }

    private static List<Flag> flags(Taken taken) {
        var thirds = Thirds.of(taken.table().totals());
        return Rules.of(new Rules.Question(
                taken.columns().getFirst().question().item(),
                ItemFigures.of(taken.table()).getFirst(),
                Choices.of(taken, thirds, 0),
                taken.learners().size(),
                thirds.size(Thirds.Third.TOP)));
    }

    private static List<Answer> choices(String letters) {
        return letters.chars()
                .mapToObj(letter -> (Answer) new Answer.Choice(String.valueOf((char) letter)))
                .toList();
    }

    private static List<Code> codes(List<Flag> flags) {
        return flags.stream().map(Flag::code).toList();
    }

    @Test
    void aNegativeNumberHasAMinusAndACommaInVietnamese() {
        var flags = flags(aClass(Fixtures.aChoice("Chọn một", "A"), choices("B".repeat(20) + "A".repeat(10))));

        var text = flags.stream()
                .filter(flag -> flag.code() == Code.NEGATIVE)
                .map(VIETNAMESE::of)
                .findFirst()
                .orElseThrow();
        assertTrue(text.matches(".*r = −0,\\d\\d\\).*"), text);
    }

    @Test
    void aWrongKeyIsSuspectedWhenTheBestChooseSomethingElse() {
        var flags = flags(aClass(Fixtures.aChoice("Chọn", "B"), choices("CCCCCCCCCDCCCBDABCBDABBDABBBAD")));

        var suspect = flags.getFirst();
        assertEquals(Code.KEY_SUSPECT, suspect.code());
        assertEquals(Severity.WRONG, suspect.severity());
        assertTrue(VIETNAMESE
                .of(suspect)
                .startsWith(
                        "Khả năng đáp án sai: nhóm một phần ba giỏi nhất (11 em) chọn C (9 em) nhiều hơn đáp án B"));
        assertTrue(codes(flags).contains(Code.NEGATIVE));
    }

    @Test
    void aGoodQuestionRaisesNoFlag() {
        assertEquals(
                List.of(), flags(aClass(Fixtures.aChoice("Chọn", "B"), choices("BBBBBBBBBBBBBABCDBBBABCDCAADCD"))));
    }

    @Test
    void aDistractorThatNobodyTakesIsNamed() {
        var flags = flags(aClass(Fixtures.aChoice("Chọn", "B"), choices("BBBBBBBBBBBBBABCABBBABCACAAACA")));

        assertEquals(List.of(Code.DEAD_OPTION), codes(flags));
        assertEquals(List.of("D"), flags.getFirst().arguments());
    }

    @Test
    void everybodyRightIsNoSpreadAndNothingElse() {
        assertEquals(
                List.of(Code.NO_SPREAD), codes(flags(aClass(Fixtures.aChoice("Chọn", "B"), choices("B".repeat(30))))));
    }

    @Test
    void ofAHandfulOfLearnersNothingIsSaidAndOfASmallClassNothingIsCalledWrong() {
        var item = Fixtures.aChoice("Chọn", "B");

        assertEquals(List.of(), flags(aClass(item, choices("CCCDABBBB"))));
        var small = flags(aClass(item, choices("CCCCCDABBABBB")));
        assertTrue(codes(small).contains(Code.KEY_SUSPECT), small::toString);
        assertTrue(small.stream().allMatch(flag -> flag.severity() == Severity.LOOK));
    }

    @Test
    void aStatementThatTheBestJudgeAgainstTheKeyIsNamed() {
        var answers = new ArrayList<Answer>();
        for (int learner = 0; learner < 30; learner++) {
            // the keys are true, false, true, false: the best say that a is false, the weakest that it is true
            answers.add(new Answer.Statements(
                    Map.of("a", learner >= 15, "b", false, "c", learner < 20, "d", learner % 3 == 0)));
        }

        var flags = flags(aClass(Fixtures.aGroup(), answers));

        assertEquals(Code.STATEMENT_SUSPECT, flags.getFirst().code());
        assertEquals(List.of("a", "0", "10"), flags.getFirst().arguments());
    }

    @Test
    void anAnswerThatManyOfTheBestTypedMayDeserveToBeAccepted() {
        var answers = new ArrayList<@Nullable Answer>();
        for (int learner = 0; learner < 30; learner++) {
            answers.add(learner < 12 ? new Answer.Text(" 5/2") : learner < 20 ? new Answer.Text("2,5") : null);
        }

        var flags = flags(aClass(Fixtures.aShortAnswer(), answers));

        assertEquals(Code.ANSWER_SUSPECT, flags.getFirst().code());
        assertTrue(VIETNAMESE.of(flags.getFirst()).contains("“5/2” (10 em)"), VIETNAMESE.of(flags.getFirst()));
        assertTrue(codes(flags).contains(Code.BLANK));
    }

    @Test
    void guessingIsWhatSomebodyGetsWhoKnowsNothing() {
        assertEquals(.25, Chance.of(Fixtures.aChoice("Chọn", "B")), 1e-12);
        assertEquals(.5, Chance.of(Fixtures.aChoice("Chọn", "B|C")), 1e-12);
        // 4 ways to have one of four right at .1, 6 two at .25, 4 three at .5, 1 all at 1, of 16
        assertEquals((4 * .1 + 6 * .25 + 4 * .5 + 1) / 16, Chance.of(Fixtures.aGroup()), 1e-12);
        assertEquals(0, Chance.of(Fixtures.aShortAnswer()));
    }

    @Test
    void aSmallClassIsToldSo() {
        var small = aClass(Fixtures.aChoice("Chọn", "B"), choices("BBBBBBABCD"));
        var large = aClass(Fixtures.aChoice("Chọn", "B"), choices("BBBBBBBBBBBBBABCDBBBABCDCAADCD"));

        assertTrue(codes(Rules.ofPaper(PaperFigures.of(small.table()), small)).contains(Code.SMALL_CLASS));
        assertFalse(codes(Rules.ofPaper(PaperFigures.of(large.table()), large)).contains(Code.SMALL_CLASS));
    }

    @Test
    void everyFlagHasItsSentenceInBothLanguages() {
        for (var words : List.of(VIETNAMESE, new Words(Locale.ENGLISH))) {
            for (var code : Code.values()) {
                var sentence = words.of(Flag.look(code, "1", "2", "3", "4", "5"));
                assertFalse(sentence.contains("{"), sentence);
            }
        }
        assertTrue(VIETNAMESE.of(Flag.look(Code.WEAK, "0.12")).contains("D = 0,12"));
        assertTrue(new Words(Locale.ENGLISH).of(Flag.look(Code.WEAK, "0.12")).contains("D = 0.12"));
    }
}
