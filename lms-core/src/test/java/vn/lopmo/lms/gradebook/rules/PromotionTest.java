package vn.lopmo.lms.gradebook.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Promotion.Standing;
import vn.lopmo.lms.gradebook.rules.Promotion.Summer;

/// Who goes up: Circular 22/2021, art. 12 to 14, and Circular 27/2020, art. 11.
class PromotionTest {
    private static final String FAIR = "tx 7 7 | gk 7 | ck 7";
    private static final String WEAK = "tx 3 3 | gk 3 | ck 3";

    @ParameterizedTest(name = "art. 12.1: conduct {0}, study {1}, {2} away, summer {3}: {4} {5}")
    @CsvSource(
            delimiter = ';',
            nullValues = "?",
            value = {
                "TOT; TOT; 0; open; PROMOTED; []",
                "DAT; DAT; 45; open; PROMOTED; []",
                // c: one session more than 45; the summer changes nothing about it
                "TOT; TOT; 46; open; NOT_PROMOTED; [AWAY]",
                "TOT; CHUA_DAT; 46; open; NOT_PROMOTED; [STUDY, AWAY]",
                "?; ?; 46; open; NOT_PROMOTED; [CONDUCT_UNKNOWN, STUDY_UNKNOWN, AWAY]",
                // a, and art. 13
                "CHUA_DAT; TOT; 0; open; MAY_MAKE_GOOD; [CONDUCT, CONDUCT_IN_SUMMER]",
                "CHUA_DAT; TOT; 0; over; NOT_PROMOTED; [CONDUCT]",
                // b, and art. 14
                "TOT; CHUA_DAT; 3; open; MAY_MAKE_GOOD; [STUDY, ASSESSED_AGAIN]",
                "TOT; CHUA_DAT; 3; over; NOT_PROMOTED; [STUDY]",
                "CHUA_DAT; CHUA_DAT; 45; open; MAY_MAKE_GOOD; [CONDUCT, STUDY, CONDUCT_IN_SUMMER, ASSESSED_AGAIN]",
                // one of the two is beyond help
                "CHUA_DAT; CHUA_DAT; 0; conduct; NOT_PROMOTED; [CONDUCT, STUDY]",
                "CHUA_DAT; CHUA_DAT; 0; study; NOT_PROMOTED; [CONDUCT, STUDY]",
                // not all is known
                "?; TOT; 0; open; WAITS; [CONDUCT_UNKNOWN]",
                "TOT; ?; 0; open; WAITS; [STUDY_UNKNOWN]",
                "CHUA_DAT; ?; 0; open; WAITS; [CONDUCT, STUDY_UNKNOWN]",
            })
    void gradesSixToTwelve(
            @Nullable Level conduct,
            @Nullable Level study,
            int away,
            String summer,
            Standing standing,
            String grounds) {
        var promotion = Promotion.secondary(conduct, study, away, summer(summer));

        assertEquals(standing, promotion.standing());
        assertEquals(grounds, grounds(promotion));
    }

    @ParameterizedTest(name = "art. 11.1: {0}, support {1}: {2} {3}")
    @CsvSource(
            delimiter = ';',
            nullValues = "?",
            value = {
                "HOAN_THANH_XUAT_SAC; open; PROMOTED; []",
                "HOAN_THANH_TOT; over; PROMOTED; []",
                "HOAN_THANH; over; PROMOTED; []",
                "CHUA_HOAN_THANH; open; MAY_MAKE_GOOD; [NOT_COMPLETED, SUPPORTED]",
                "CHUA_HOAN_THANH; over; PRINCIPAL_DECIDES; [NOT_COMPLETED, PRINCIPAL]",
                "?; open; WAITS; [RESULT_UNKNOWN]",
            })
    void gradesOneToFive(@Nullable PrimaryResult result, String support, Standing standing, String grounds) {
        var promotion = Promotion.primary(result, 60, summer(support));

        assertEquals(standing, promotion.standing());
        assertEquals(grounds, grounds(promotion));
    }

    @ParameterizedTest(name = "{0} stands on {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "CONDUCT; TT 22/2021, điều 12.1.a",
                "CONDUCT_UNKNOWN; TT 22/2021, điều 12.1.a",
                "STUDY; TT 22/2021, điều 12.1.b",
                "STUDY_UNKNOWN; TT 22/2021, điều 12.1.b",
                "AWAY; TT 22/2021, điều 12.1.c",
                "CONDUCT_IN_SUMMER; TT 22/2021, điều 13",
                "ASSESSED_AGAIN; TT 22/2021, điều 14",
                // a: one of the upper three levels; b: support and further assessment; c: the principal
                "NOT_COMPLETED; TT 27/2020, điều 11.1.a",
                "RESULT_UNKNOWN; TT 27/2020, điều 11.1.a",
                "SUPPORTED; TT 27/2020, điều 11.1.b",
                "PRINCIPAL; TT 27/2020, điều 11.1.c",
            })
    void everyReasonNamesItsArticle(Promotion.Ground ground, String article) {
        assertEquals(article, ground.article());
    }

    private static Summer summer(String open) {
        return switch (open) {
            case "open" -> new Summer(true, List.of("toan"));
            case "conduct" -> new Summer(true, List.of());
            case "study" -> new Summer(false, List.of("toan"));
            default -> Summer.OVER;
        };
    }

    private static String grounds(Promotion promotion) {
        return promotion.reasons().stream()
                .map(Promotion.Reason::ground)
                .toList()
                .toString();
    }

    @Test
    void sessionsAwayOfBothTermsWithLeaveAndWithoutCount() { // art. 12.1.c
        var year = year("rl T | vp 20 | vk 3", "rl T | vp 22 | vk 1", "", "");

        assertEquals(23, year.away(Period.FIRST_TERM));
        assertEquals(46, year.away(Period.YEAR));
        assertEquals(Standing.NOT_PROMOTED, year.promotion(Period.YEAR, false).standing());
        assertEquals(
                Standing.PROMOTED,
                year("rl T | vp 20", "rl T", "", "")
                        .promotion(Period.YEAR, false)
                        .standing());
    }

    @Test
    void sessionsThatNobodyEnteredAreNotNone() {
        assertNull(year("rl T", "rl T", "", "").away(Period.YEAR));
        assertNull(year("rl T", "rl T | vp 2", "", "").away(Period.FIRST_TERM));
        assertEquals(2, year("rl T", "rl T | vp 2", "", "").away(Period.YEAR));
        assertEquals(0, year("rl T | vk 0", "rl T", "", "").away(Period.AFTER_SUMMER));
        assertEquals(
                Standing.PROMOTED,
                year("rl T", "rl T", "", "").promotion(Period.YEAR, false).standing());
    }

    @Test
    void whatIsAssessedAgainInTheSummerCounts() { // art. 14
        var before = year("rl T", "rl T", "", WEAK);
        var after = year("rl T", "rl T", "kl 5", WEAK);
        var again = year("rl T", "rl T", "kl 3.4", WEAK);

        assertEquals(
                List.of("m7", "m8"),
                before.promotion(Period.YEAR, false).reasons().getLast().subjects());
        assertEquals(
                Standing.PROMOTED, after.promotion(Period.AFTER_SUMMER, false).standing());
        assertEquals(Standing.MAY_MAKE_GOOD, after.promotion(Period.YEAR, false).standing());
        assertEquals(
                Standing.NOT_PROMOTED,
                again.promotion(Period.AFTER_SUMMER, false).standing());
        assertEquals(
                Standing.MAY_MAKE_GOOD,
                before.promotion(Period.AFTER_SUMMER, false).standing());
        assertEquals(
                Standing.NOT_PROMOTED,
                before.promotion(Period.AFTER_SUMMER, true).standing());
    }

    @Test
    void oneOfTwoSubjectsAssessedAgainMayBeEnough() { // art. 14
        var year = year("rl T", "rl T", "", "tx 4.5 4.5 | gk 4.5 | ck 4.5");
        var worst = Objects.requireNonNull(year.subjects().get("m8"));
        worst.first().putAll(Entries.of("tx 3.2 3.2 | gk 3.2 | ck 3.2"));
        worst.second().putAll(Entries.of("tx 3.2 3.2 | gk 3.2 | ck 3.2"));

        assertEquals(
                List.of("m7", "m8"),
                year.promotion(Period.YEAR, false).reasons().getLast().subjects());
        worst.summer().put(Slot.KL, "5");
        assertEquals(
                Standing.PROMOTED, year.promotion(Period.AFTER_SUMMER, false).standing());
    }

    @Test
    void conductOfTheSummerCounts() { // art. 13
        var before = year("rl T", "rl CD", "", FAIR);
        var after = year("rl T", "rl CD", "", FAIR);
        after.conduct().summer().put(Slot.RL, "D");

        assertEquals(
                Standing.MAY_MAKE_GOOD,
                before.promotion(Period.AFTER_SUMMER, false).standing());
        assertEquals(
                Standing.PROMOTED, after.promotion(Period.AFTER_SUMMER, false).standing());
    }

    @ParameterizedTest(name = "art. 13: terms {0}, {1}, summer {2}: {3}")
    @CsvSource(
            nullValues = "?",
            value = {
                "D, CD, K, KHA",
                "D, CD, D, DAT",
                "D, CD, CD, CHUA_DAT",
                // Đạt or better is not judged again, for better or worse
                "T, D, T, KHA",
                "D, D, T, DAT",
                "D, D, CD, DAT",
                // without a term there is no year
                "?, CD, D, ?",
            })
    void conductOfTheSummerCountsOnlyIfThatOfTheYearIsNotPassed(
            @Nullable String first, String second, String summer, @Nullable Level after) {
        var year = year(first == null ? "" : "rl " + first, "rl " + second, "", FAIR);
        year.conduct().summer().put(Slot.RL, summer);

        assertEquals(after, year.result(Period.AFTER_SUMMER).conduct());
    }

    @ParameterizedTest(name = "art. 14: two subjects at {0}, study {1}, again {2}: {3}, study {4}")
    @CsvSource({
        "3, CHUA_DAT, 5, 5, KHA, true",
        // it stands in place of the year's also where it is worse
        "3, CHUA_DAT, 2, 2, CHUA_DAT, true",
        // study Đạt goes up with a subject below 5.0, which is not assessed again
        "4, DAT, 9, 4, DAT, false",
        "4, DAT, 2, 4, DAT, false",
    })
    void subjectsAreAssessedAgainOnlyIfStudyOfTheYearIsNotPassed(
            String mark, Level study, String again, String told, Level after, boolean may) {
        var year = year("rl T", "rl T", "kl " + again, "tx %1$s %1$s | gk %1$s | ck %1$s".formatted(mark));
        var subject = Objects.requireNonNull(year.subjects().get("m7"));

        assertEquals(
                study, Objects.requireNonNull(year.result(Period.YEAR).study()).level());
        assertEquals(may, year.mayBeAssessedAgain(subject));
        assertEquals(told, Entries.told(year.afterSummer(subject)));
        assertEquals(
                told,
                Entries.told(Objects.requireNonNull(
                        year.outcomes(Period.AFTER_SUMMER).get("m7"))));
        assertEquals(
                after,
                Objects.requireNonNull(year.result(Period.AFTER_SUMMER).study()).level());
    }

    /// Seven subjects at 7, and two with the marks of `last`.
    private static LearnerYear year(String first, String second, String summer, String last) {
        var rules = new ArrayList<SubjectRule>();
        for (int n = 0; n < 9; n++) {
            rules.add(SubjectRule.scored("m" + n, 35));
        }
        var year = LearnerYear.of(rules, Programme.conduct(8));
        for (int n = 0; n < 9; n++) {
            boolean same = n < 7 || last.isEmpty();
            var subject = Objects.requireNonNull(year.subjects().get("m" + n));
            subject.first().putAll(Entries.of(same ? FAIR : last));
            subject.second().putAll(Entries.of(same ? FAIR : last));
            subject.summer().putAll(same ? new EnumMap<>(Slot.class) : Entries.of(summer));
        }
        year.conduct().first().putAll(Entries.of(first));
        year.conduct().second().putAll(Entries.of(second));
        return year;
    }

    @Test
    void aPrimaryPupilIsAssessedFurtherAndCompletesAtMost() { // Circular 27/2020, art. 11.1.b
        var maths = new SubjectRule("toan", Scheme.PRIMARY, 175, 0, false, null, false, true);

        var failed = Entries.year(maths, "ck H | ktck 6", "ck C | ktck 3", "");
        var made = Entries.year(maths, "ck H | ktck 6", "ck C | ktck 3", "kl T");
        var again = Entries.year(maths, "ck H | ktck 6", "ck C | ktck 3", "kl C");

        assertEquals("C 3", Entries.told(failed.yearAfterSummer()));
        assertEquals("H", Entries.told(made.yearAfterSummer()));
        assertEquals("C 3", Entries.told(again.yearAfterSummer()));
        assertEquals(true, failed.waitsForSummer());
        assertEquals(false, again.waitsForSummer());
    }

    @Test
    void traitsOfThePrimaryClassAreJudgedAgain() {
        var year = LearnerYear.of(List.of(SubjectRule.scored("toan", 35)), Programme.conduct(3));
        var maths = new SubjectRule("toan", Scheme.PRIMARY, 175, 0, false, null, false, true);
        year.subjects().put("toan", Entries.year(maths, "ck H | ktck 6", "ck H | ktck 6"));
        year.conduct().second().putAll(Entries.of("pcck T | nlck C"));

        assertEquals(
                Standing.MAY_MAKE_GOOD,
                year.promotion(Period.AFTER_SUMMER, false).standing());
        year.conduct().summer().put(Slot.NLCK, "D");
        assertEquals(
                Standing.PROMOTED, year.promotion(Period.AFTER_SUMMER, false).standing());
        year.conduct().summer().put(Slot.NLCK, "C");
        assertEquals(
                Standing.PRINCIPAL_DECIDES,
                year.promotion(Period.AFTER_SUMMER, false).standing());
    }

    @ParameterizedTest(name = "{0} sessions is {1}")
    @CsvSource(
            delimiter = ';',
            value = {"3; 3", "03; 3", "0; 0", "200; 200", "201; ", "2,5; ", "-1; ", "V; ", "1000; "})
    void sessionsAreWholeNumbers(String typed, @Nullable String kept) {
        assertEquals(Optional.ofNullable(kept), Entry.COUNT.read(typed));
    }
}
