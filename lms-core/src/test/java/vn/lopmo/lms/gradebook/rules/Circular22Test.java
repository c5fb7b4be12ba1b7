package vn.lopmo.lms.gradebook.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Circular 22/2021/TT-BGDĐT, article by article.
class Circular22Test {
    private static final SubjectRule MATHS = SubjectRule.scored("toan", 140);
    private static final SubjectRule CIVICS = SubjectRule.scored("gdcd", 35);
    private static final SubjectRule SPORT = SubjectRule.remarked("gdtc", 70);

    @ParameterizedTest(name = "art. 5.3: {0} of {1} is {2}")
    @CsvSource({
        "0.75, 1, 7.5",
        "1, 3, 3.3",
        "2, 3, 6.7",
        "17, 20, 8.5",
        "33, 40, 8.3",
        "6.45, 10, 6.5",
        "6.44, 10, 6.4",
        "0, 4, 0",
        "4, 4, 10",
        "5, 4, 10"
    })
    void marksOfOtherScalesAreBroughtToTheScaleOfTenHalfUp(BigDecimal mark, BigDecimal most, String score) {
        assertEquals(Score.of(score), Score.converted(mark, most));
    }

    @ParameterizedTest(name = "art. 5.3: typed {0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {"8; 8", "8,5; 8.5", "8.5; 8.5", "10; 10", "10,0; 10", "0; 0", "7,50; 7.5"})
    void scoresAreTypedWithCommaOrPoint(String typed, String score) {
        assertEquals(Optional.of(score), Entry.SCORE.read(typed));
    }

    @ParameterizedTest(name = "art. 5.3: {0} is no score")
    @CsvSource(
            delimiter = ';',
            value = {"10,5", "11", "-1", "8,55", "85", "tám", "8,5,5", "1e1", "."})
    void whatIsFinerThanATenthOrOutOfBoundsIsNoScore(String typed) {
        assertEquals(Optional.empty(), Entry.SCORE.read(typed));
    }

    @Test
    void scoresOutOfBoundsDoNotExist() {
        assertThrows(IllegalArgumentException.class, () -> Score.of("10.1"));
        assertThrows(IllegalArgumentException.class, () -> Score.of("-0.1"));
        assertThrows(ArithmeticException.class, () -> Score.of("6.45"));
    }

    @ParameterizedTest(name = "art. 6.3.b: {0} periods a year, {1} regular scores a term")
    @CsvSource({"1, 2", "35, 2", "36, 3", "52, 3", "70, 3", "71, 4", "105, 4", "140, 4"})
    void theNumberOfRegularScoresFollowsThePeriods(int periods, int scores) {
        assertEquals(scores, SubjectRule.regularScores(periods));
        assertEquals(scores, SubjectRule.scored("toan", periods).regular());
    }

    @Test
    void subjectsWithRemarksOnlyAreAssessedTwiceATerm() { // art. 6.3.a
        assertEquals(2, SPORT.regular());
    }

    @ParameterizedTest(name = "art. 9.1.b: {0} gives {1}")
    @CsvSource({
        // (8+9+7+8 + 2x8 + 3x7) / 9 = 69/9
        "tx 8 9 7 8 | gk 8 | ck 7,      7.7",
        // 58.5/9 = 6.5 exactly
        "tx 6 6 7 7.5 | gk 7 | ck 6,    6.5",
        // 58.1/9 = 6.4555...
        "tx 6.4 6.4 6.4 6.7 | gk 6.5 | ck 6.4, 6.5",
        "tx 10 10 10 10 | gk 10 | ck 10, 10",
        "tx 0 0 0 0 | gk 0 | ck 0,      0",
        // a fifth score, of the cluster of special topics, counts like the others: (40+16+24)/10
        "tx 8 8 8 8 8 | gk 8 | ck 8,    8",
    })
    void theTermsAverageWeighsMidTwiceAndEndThreeTimes(String term, String average) {
        assertEquals(average, Entries.told(Entries.year(MATHS, term, "").term(1)));
    }

    @Test
    void halfATenthIsRoundedUp() { // art. 5.3: 51.6/8 = 6.45 is 6.5; binary fractions say 6.4
        var technology = SubjectRule.scored("cong-nghe", 52);

        assertEquals(
                "6.5",
                Entries.told(
                        Entries.year(technology, "tx 6 6 7.6 | gk 7 | ck 6", "").term(1)));
    }

    @ParameterizedTest(name = "art. 9.1.b: {0} waits for {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "tx 8 9 7 | gk 8 | ck 7; thiếu [TX4]",
                "tx 8 - 7 9 | gk 8 | ck 7; thiếu [TX2]",
                "tx 8 9 7 8 | ck 7; thiếu [GK]",
                "tx 8 9 7 8 | gk 8; thiếu [CK]",
                "tx - | gk 8; thiếu [TX1, TX2, TX3, TX4, CK]",
            })
    void thereIsNoAverageAsLongAsAScoreIsMissing(String term, String waits) {
        assertEquals(waits, Entries.told(Entries.year(MATHS, term, "").term(1)));
    }

    @ParameterizedTest(name = "art. 7.3, 7.4: {0} gives {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                // away from the end-term test without a reason: 0. (8+8 + 2x8 + 0) / 7 = 32/7
                "tx 8 8 | gk 8 | ck V; 4.6",
                // with a reason: the test is still to be taken
                "tx 8 8 | gk 8 | ck P; thiếu [CK]",
                "tx 8 8 | gk P | ck 8; thiếu [GK]",
                // a regular one is made good by another
                "tx 8 V | gk 8 | ck 8; thiếu [TX2]",
                "tx 8 V 8 | gk 8 | ck 8; 8",
            })
    void whoStaysAwayHasNothingOrIsStillToBeTested(String term, String told) {
        assertEquals(told, Entries.told(Entries.year(CIVICS, term, "").term(1)));
    }

    @ParameterizedTest(name = "art. 9.1.a: {0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "tx D D | gk D | ck D; Đ",
                "tx D CD | gk D | ck D; CĐ",
                "tx D D | gk D | ck CD; CĐ",
                "tx D D | gk V | ck D; CĐ",
                "tx D D | gk P | ck D; thiếu [GK]",
                "tx D | gk D | ck D; thiếu [TX2]",
                "tx D V D | gk D | ck D; Đ",
            })
    void aRemarkSubjectIsDatWhenAllAssessmentsAre(String term, String told) {
        assertEquals(told, Entries.told(Entries.year(SPORT, term, "").term(1)));
    }

    @ParameterizedTest(name = "art. 9.1.b: {0} and {1} make the year {2}")
    @CsvSource({
        "7.7, 8.2, 8",
        "6.4, 6.5, 6.5", // 19.4/3 = 6.466
        "6.5, 6.4, 6.4", // 19.3/3 = 6.433
        "5, 4.9, 4.9", // 14.8/3 = 4.933
        "4.9, 5, 5", // 14.9/3 = 4.966
        "8, 7.95, 8"
    })
    void theYearsAverageWeighsTheSecondTermTwice(BigDecimal first, BigDecimal second, String year) {
        assertEquals(Score.of(year), SubjectYear.yearAverage(Score.rounded(first), Score.rounded(second)));
    }

    @Test
    void theYearOfARemarkSubjectFollowsTheSecondTerm() { // art. 9.1.a
        var good = "tx D D | gk D | ck D";
        var bad = "tx D D | gk D | ck CD";

        assertEquals("Đ", Entries.told(Entries.year(SPORT, bad, good).year()));
        assertEquals("CĐ", Entries.told(Entries.year(SPORT, good, bad).year()));
    }

    @Test
    void aTermThatOneIsExemptFromDoesNotCount() {
        var term = "tx 8 8 | gk 8 | ck 8";

        assertEquals(
                "miễn", Entries.told(Entries.year(CIVICS, "mien M", "mien M").year()));
        assertEquals("8", Entries.told(Entries.year(CIVICS, "mien M", term).year()));
        assertEquals("8", Entries.told(Entries.year(CIVICS, term, "mien M").year()));
    }

    @ParameterizedTest(name = "art. 9.2: {0} scored, {1} remarked: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                // Tốt: all Đạt, all >= 6.5, six >= 8
                "8 8 8 8 8 8 6.5 6.5; Đ Đ Đ; TOT",
                "8 8 8 8 8 7.9 6.5 6.5; Đ Đ Đ; KHA",
                "8 8 8 8 8 8 6.4 6.5; Đ Đ Đ; KHA",
                "10 10 10 10 10 10 10 10; Đ Đ CĐ; DAT -> KHA",
                // Khá: all Đạt, all >= 5, six >= 6.5
                "6.5 6.5 6.5 6.5 6.5 6.5 5 5; Đ Đ Đ; KHA",
                "6.5 6.5 6.5 6.5 6.5 6.4 5 5; Đ Đ Đ; DAT",
                "6.5 6.5 6.5 6.5 6.5 6.5 4.9 5; Đ Đ Đ; DAT",
                // Đạt: at most one Chưa đạt, six >= 5, none < 3.5
                "5 5 5 5 5 5 3.5 3.5; Đ Đ CĐ; DAT",
                "5 5 5 5 5 5 3.5 3.5; Đ CĐ CĐ; CHUA_DAT",
                "5 5 5 5 5 4.9 3.5 3.5; Đ Đ Đ; CHUA_DAT",
                "5 5 5 5 5 5 3.4 5; Đ Đ Đ; CHUA_DAT",
            })
    void theResultOfStudy(String scored, String remarked, String told) {
        assertEquals(told, result(scored, remarked));
    }

    @ParameterizedTest(name = "art. 9.3: {0} scored, {1} remarked: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                // Tốt but for one subject: from Đạt to Khá, from Chưa đạt to Đạt
                "8 8 8 8 8 8 8 4.9; Đ Đ Đ; DAT -> KHA",
                "8 8 8 8 8 8 8 3.5; Đ Đ Đ; DAT -> KHA",
                "8 8 8 8 8 8 8 3.4; Đ Đ Đ; CHUA_DAT -> DAT",
                "8 8 8 8 8 8 8 8; Đ Đ CĐ; DAT -> KHA",
                // Khá but for one subject: from Chưa đạt to Đạt
                "6.5 6.5 6.5 6.5 6.5 6.5 6.5 3.4; Đ Đ Đ; CHUA_DAT -> DAT",
                // one level lower only: no lift
                "8 8 8 8 8 8 8 5; Đ Đ Đ; KHA",
                "6.5 6.5 6.5 6.5 6.5 6.5 6.5 3.5; Đ Đ Đ; DAT",
                // two subjects at fault: no lift
                "8 8 8 8 8 8 4.9 4.9; Đ Đ Đ; DAT",
                "8 8 8 8 8 8 8 4.9; Đ Đ CĐ; DAT",
                "6.5 6.5 6.5 6.5 6.5 6.5 3.4 3.4; Đ Đ Đ; CHUA_DAT",
                // Đạt is no level to be pulled down from
                "5 5 5 5 5 5 5 3.4; Đ Đ Đ; CHUA_DAT",
            })
    void oneSingleSubjectDoesNotPullTheResultDownTwoLevels(String scored, String remarked, String told) {
        assertEquals(told, result(scored, remarked));
    }

    @Test
    void theLiftNamesItsSubject() {
        var result = StudyResult.of(outcomes("8 8 8 8 8 8 8 3.4", "Đ Đ Đ")).orElseThrow();

        assertEquals("m7", result.liftedFor());
    }

    @Test
    void thereIsNoResultAsLongAsASubjectIsMissing() {
        var outcomes = outcomes("8 8 8 8 8 8 8 8", "Đ Đ");
        outcomes.put("khtn", new Outcome.Missing(List.of(Slot.CK)));

        assertTrue(StudyResult.of(outcomes).isEmpty());
        assertTrue(StudyResult.of(Map.of()).isEmpty());
    }

    @Test
    void exemptAndElectiveSubjectsThatAreNotTakenCountForNothing() {
        var outcomes = outcomes("8 8 8 8 8 8 8 8", "Đ Đ");
        outcomes.put("gdtc", new Outcome.Exempt());
        outcomes.put("mi-thuat", new Outcome.NotTaken());

        assertEquals(Level.TOT, StudyResult.of(outcomes).orElseThrow().level());
    }

    @Test
    void partsOfASubjectAreOneSubject() {
        var music = new SubjectRule("am-nhac", Scheme.REMARKED, 35, 2, false, "nghe-thuat", false, false);
        var art = new SubjectRule("mi-thuat", Scheme.REMARKED, 35, 2, false, "nghe-thuat", false, false);
        var rules = new ArrayList<>(List.of(music, art));
        for (int n = 0; n < 8; n++) {
            rules.add(SubjectRule.scored("m" + n, 35));
        }
        var year = LearnerYear.of(rules, Programme.conduct(8));
        year.subjects().values().forEach(each -> each.first()
                .putAll(Entries.of(
                        each.rule().scheme() == Scheme.SCORED ? "tx 5 5 | gk 5 | ck 5" : "tx D D | gk D | ck CD")));

        // two parts Chưa đạt are one subject Chưa đạt: still Đạt (art. 9.2.c)
        var study = Objects.requireNonNull(
                year.result(LearnerYear.Period.FIRST_TERM).study());
        assertEquals(Level.DAT, study.level());
    }

    @ParameterizedTest(name = "art. 8.2.b: {0} then {1} is {2}")
    @CsvSource({
        "TOT, TOT, TOT", "KHA, TOT, TOT", "DAT, TOT, KHA", "CHUA_DAT, TOT, KHA",
        "TOT, KHA, KHA", "KHA, KHA, KHA", "DAT, KHA, KHA", "CHUA_DAT, KHA, DAT",
        "TOT, DAT, KHA", "KHA, DAT, DAT", "DAT, DAT, DAT", "CHUA_DAT, DAT, DAT",
        "TOT, CHUA_DAT, CHUA_DAT", "KHA, CHUA_DAT, CHUA_DAT", "DAT, CHUA_DAT, CHUA_DAT", "CHUA_DAT, CHUA_DAT, CHUA_DAT"
    })
    void conductOfTheYear(Level first, Level second, Level year) {
        assertEquals(year, Conduct.year(first, second));
    }

    @ParameterizedTest(name = "art. 14: year {0}, again {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "tx 4 4 | gk 4 | ck 4; kl 6; 6",
                "tx 4 4 | gk 4 | ck 4; kl 3; 3",
                "tx 4 4 | gk 4 | ck 4; kl V; 4",
                // 5.0 and above is not assessed again
                "tx 5 5 | gk 5 | ck 5; kl 9; 5",
            })
    void whatIsEarnedInTheSummerStandsInPlaceOfTheYears(String term, String again, String told) {
        assertEquals(told, Entries.told(Entries.year(CIVICS, term, term, again).yearAfterSummer()));
    }

    @Test
    void aRemarkSubjectMayBeMadeGoodInTheSummer() { // art. 14
        var failed = Entries.year(SPORT, "tx D D | gk D | ck D", "tx D D | gk D | ck CD", "kl D");

        assertTrue(failed.mayBeAssessedAgain());
        assertEquals("CĐ", Entries.told(failed.year()));
        assertEquals("Đ", Entries.told(failed.yearAfterSummer()));
    }

    @Test
    void awards() { // art. 15.1
        var nines = outcomes("9 9 9 9 9 9 8 8", "Đ").values();
        var eights = outcomes("9 9 9 9 9 8.9 8 8", "Đ").values();

        assertEquals(Optional.of(Award.XUAT_SAC), Award.of(Level.TOT, Level.TOT, nines));
        assertEquals(Optional.of(Award.GIOI), Award.of(Level.TOT, Level.TOT, eights));
        assertEquals(Optional.empty(), Award.of(Level.KHA, Level.TOT, nines));
        assertEquals(Optional.empty(), Award.of(Level.TOT, Level.KHA, nines));
    }

    @Test
    void anElectiveSubjectCountsForThoseOnlyWhoTakeIt() {
        var physics = new SubjectRule("vat-li", Scheme.SCORED, 70, 3, true, null, false, false);

        assertEquals("không học", Entries.told(Entries.year(physics, "", "").term(1)));
        assertFalse(Entries.year(physics, "tx 8", "").term(1) instanceof Outcome.NotTaken);
    }

    private static Map<String, Outcome> outcomes(String scored, String remarked) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        var scores = scored.split(" ");
        for (int n = 0; n < scores.length; n++) {
            outcomes.put("m" + n, new Outcome.Average(Score.of(scores[n])));
        }
        var remarks = remarked.split(" ");
        for (int n = 0; n < remarks.length; n++) {
            outcomes.put("r" + n, new Outcome.Judged(remarks[n].equals("Đ")));
        }
        return outcomes;
    }

    private static String result(String scored, String remarked) {
        var result = StudyResult.of(outcomes(scored, remarked)).orElseThrow();
        return result.liftedFor() == null ? result.level().name() : result.without() + " -> " + result.level();
    }
}
