package vn.lopmo.lms.gradebook.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lopmo.lms.gradebook.book.ProgrammeFile;

/// Circular 27/2020/TT-BGDĐT, article by article, with the tests that the shipped programme asks for.
class Circular27Test {
    private static final Programme PROGRAMME = ProgrammeFile.read(new ObjectMapper());

    @ParameterizedTest(name = "art. 7.1.b: grade {0}, {1}: mid-term {2}, end-term {3}")
    @CsvSource({
        "1, toan, false, true",
        "1, tieng-viet, false, true",
        "1, dao-duc, false, false",
        "2, tieng-anh, false, false",
        "3, toan, false, true",
        "3, tieng-anh, false, true",
        "3, tin-hoc, false, true",
        "4, toan, true, true",
        "4, tieng-viet, true, true",
        "5, toan, true, true",
        "5, tieng-viet, true, true",
        "5, khoa-hoc, false, true",
        "5, lich-su-dia-li, false, true",
        "5, gdtc, false, false",
    })
    void whichSubjectsHaveTests(int grade, String subject, boolean mid, boolean end) {
        var rule = rule(grade, subject);

        assertEquals(mid, rule.column(1, Slot.KTGK).isPresent());
        assertEquals(end, rule.column(1, Slot.KTCK).isPresent());
    }

    @ParameterizedTest(name = "art. 7.1.d: {0} in a test is {1}")
    @CsvSource(
            delimiter = ';',
            value = {"8; 8", "10; 10", "0; 0", "8,0; 8", "8,5; ", "V; V"})
    void testsAreMarkedOnTenWithoutDecimals(String typed, String value) {
        assertEquals(Optional.ofNullable(value), Entry.WHOLE.read(typed));
    }

    @ParameterizedTest(name = "art. 7.1.a: {0} is {1}")
    @CsvSource({"T, T", "t, T", "Hoàn thành tốt, T", "H, H", "hoan thanh, H", "C, C", "Chưa hoàn thành, C", "Đ, "})
    void threeLevels(String typed, String value) {
        assertEquals(Optional.ofNullable(value), Entry.LEVEL.read(typed));
    }

    @ParameterizedTest(name = "art. 7.2: {0} is {1}")
    @CsvSource({"T, T", "Đ, D", "đạt, D", "C, C", "Cần cố gắng, C", "H, "})
    void qualitiesAndAbilities(String typed, String value) {
        assertEquals(Optional.ofNullable(value), Entry.TRAIT.read(typed));
    }

    @ParameterizedTest(name = "art. 7.2: {0} at the middle and the end of a term")
    @EnumSource(Trait.class)
    void eachQualityAndAbilityHasAColumn(Trait trait) {
        for (int grade = 1; grade <= 5; grade++) {
            var rule = Programme.conduct(grade);
            for (var moment : Trait.Moment.values()) {
                assertEquals(
                        Entry.TRAIT,
                        rule.column(1, trait.slot(moment)).orElseThrow().entry());
            }
            assertTrue(rule.column(Slot.SUMMER, trait.slot(Trait.Moment.END)).isPresent());
        }
        assertTrue(Programme.conduct(6).column(1, trait.slot(Trait.Moment.END)).isEmpty());
    }

    @ParameterizedTest(name = "art. 7.2: {1} has {2}")
    @CsvSource({
        "QUALITIES, Phẩm chất, 5",
        "GENERAL_ABILITIES, Năng lực chung, 3",
        "SPECIFIC_ABILITIES, Năng lực đặc thù, 7"
    })
    void fiveQualitiesAndTenAbilities(Trait.Group group, String name, int number) {
        assertEquals(
                number,
                Arrays.stream(Trait.values())
                        .filter(trait -> trait.group() == group)
                        .count());
    }

    @ParameterizedTest(name = "art. 7.2, grade {0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "4; ynck T | nack T | ccck T | ttck T | tnck T; T",
                "4; ynck T | nack D | ccck T | ttck T | tnck T; D",
                "4; ynck T | nack D | ccck C | ttck T | tnck T; C",
                "4; ynck T | nack T | ccck T | ttck T; ",
                "4; yngk T | nagk T | ccgk T | ttgk T | tngk T; ",
                // as books were kept before: one level is the level of each, but of those judged by themselves
                "4; pcck T; T",
                "4; pcck T | ccck D; D",
                "4; pcck C | ynck T; C",
                "4; pcck C | ynck T | nack T | ccck T | ttck T | tnck D; D",
                "4; nlck T; ",
            })
    void theQualitiesInOneWord(int grade, String entries, @Nullable String level) {
        var levels = TraitLevels.of(Programme.conduct(grade), Entries.of(entries), Trait.Moment.END);

        assertEquals(Optional.ofNullable(level), levels.of(Trait.Group.QUALITIES));
    }

    /// Technology and informatics are no subjects yet in grades 1 and 2: nothing waits for them, and they count if
    /// judged.
    @ParameterizedTest(name = "grade {0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2; nnck T | tock T | khck T | tmck T | tchck T; T",
                "2; nnck T | tock T | khck T | tmck T | tchck T | thck C; C",
                "3; nnck T | tock T | khck T | tmck T | tchck T; ",
                "3; nnck T | tock T | khck T | tmck T | tchck T | cnck T | thck D; D",
            })
    void theSpecificAbilitiesByGrade(int grade, String entries, @Nullable String level) {
        var levels = TraitLevels.of(Programme.conduct(grade), Entries.of(entries), Trait.Moment.END);

        assertEquals(Optional.ofNullable(level), levels.of(Trait.Group.SPECIFIC_ABILITIES));
    }

    @ParameterizedTest(name = "art. 9.2.a: all T but {0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "ynck T; HOAN_THANH_XUAT_SAC",
                "ttck D; HOAN_THANH",
                "tchck D; HOAN_THANH",
                "vdck C; CHUA_HOAN_THANH",
                "thck -; ",
            })
    void theResultAsksAboutEachQualityAndAbility(String but, @Nullable PrimaryResult result) {
        var year = LearnerYear.of(List.of(rule(4, "gdtc")), Programme.conduct(4));
        year.subjects().put("gdtc", Entries.year(rule(4, "gdtc"), "", "ck T"));
        for (var trait : Trait.values()) {
            year.conduct().second().put(trait.slot(Trait.Moment.END), "T");
        }
        var words = but.split(" ");
        var slot = Slot.of(words[0]).orElseThrow();
        if (words[1].equals("-")) {
            year.conduct().second().remove(slot);
        } else {
            year.conduct().second().put(slot, words[1]);
        }

        assertEquals(result, year.result(LearnerYear.Period.YEAR).primary());
    }

    @ParameterizedTest(name = "art. 11.1.b: {0}, then {1} in the summer: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "pcck T | nlck T | vdck C; vdck D; HOAN_THANH",
                "pcck T | nlck T | vdck C; vdck C; CHUA_HOAN_THANH",
                "pcck T | nlck T | vdck C | ynck C; vdck D; CHUA_HOAN_THANH",
                "pcck T | nlck C; nlck D; HOAN_THANH",
                // only what was lacking is judged again
                "pcck T | nlck T | vdck D; vdck T; HOAN_THANH",
                "pcck T | nlck T; vdck C; HOAN_THANH_XUAT_SAC",
            })
    void whatWasLackingIsJudgedAgain(String second, String summer, PrimaryResult result) {
        var year = LearnerYear.of(List.of(rule(4, "gdtc")), Programme.conduct(4));
        year.subjects().put("gdtc", Entries.year(rule(4, "gdtc"), "", "ck T"));
        year.conduct().second().putAll(Entries.of(second));
        year.conduct().summer().putAll(Entries.of(summer));

        assertEquals(result, year.result(LearnerYear.Period.AFTER_SUMMER).primary());
    }

    @Test
    void aSubjectIsToldByLevelAndTestAtTheEnd() {
        var maths = rule(5, "toan");

        assertEquals(
                "thiếu [CK, KTCK]",
                Entries.told(Entries.year(maths, "gk T | ktgk 9", "").term(1)));
        assertEquals(
                "T 9",
                Entries.told(Entries.year(maths, "gk H | ck T | ktck 9", "").term(1)));
        assertEquals("T", Entries.told(Entries.year(rule(5, "gdtc"), "ck T", "").term(1)));
        assertEquals(
                "H 6",
                Entries.told(
                        Entries.year(maths, "ck T | ktck 9", "ck H | ktck 6").year()));
    }

    /// Circular 22, art. 7.4, which gives 0 for staying away, is not for primary classes.
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {"ck H | ktck V; thiếu [KTCK]", "ck H | ktck P; thiếu [KTCK]", "ck H | ktck 0; H 0"})
    void aTestMissedIsStillToBeTaken(String term, String told) {
        assertEquals(told, Entries.told(Entries.year(rule(5, "toan"), "", term).year()));
    }

    @ParameterizedTest(name = "art. 9.2.a: levels {0}, tests {1}, traits {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "T T T; 9 10; T T; HOAN_THANH_XUAT_SAC",
                "T T T; 9 8; T T; HOAN_THANH_TOT",
                "T T T; 7 7; T T; HOAN_THANH_TOT",
                "T T T; 7 6; T T; HOAN_THANH",
                "T T H; 9 9; T T; HOAN_THANH",
                "T T T; 9 9; T D; HOAN_THANH",
                "H H H; 5 5; D D; HOAN_THANH",
                "H H H; 5 4; D D; CHUA_HOAN_THANH",
                "T T C; 9 9; T T; CHUA_HOAN_THANH",
                "T T T; 9 9; T C; CHUA_HOAN_THANH",
            })
    void theResultOfTheYear(String levels, String tests, String traits, PrimaryResult result) {
        var tested = tests.split(" ");
        var told = levels.split(" ");
        var subjects = new java.util.ArrayList<Outcome>();
        for (int n = 0; n < told.length; n++) {
            subjects.add(new Outcome.Levelled(told[n], n < tested.length ? Score.of(tested[n]) : null));
        }

        assertEquals(Optional.of(result), PrimaryResult.of(subjects, Arrays.asList(traits.split(" "))));
    }

    @Test
    void thereIsNoResultBeforeAllIsThere() {
        var subject = new Outcome.Levelled("T", null);

        assertEquals(Optional.empty(), PrimaryResult.of(List.of(subject), List.of()));
        assertEquals(
                Optional.empty(),
                PrimaryResult.of(List.of(subject, new Outcome.Missing(List.of(Slot.CK))), List.of("T", "T")));
    }

    @Test
    void theProgrammeKnowsEverySubjectOfEveryGrade() {
        assertEquals(13, PROGRAMME.of(6).size());
        assertEquals(13, PROGRAMME.of(9).size());
        for (int grade = 1; grade <= 12; grade++) {
            PROGRAMME.of(grade).forEach(rule -> vn.lopmo.lms.organisation.Subjects.checked(rule.subject()));
        }
        assertEquals(4, rule(8, "toan").regular());
        assertEquals(2, rule(8, "gdcd").regular());
        assertEquals(3, rule(8, "cong-nghe").regular());
        assertEquals(2, rule(7, "cong-nghe").regular());
        assertEquals(3, rule(11, "lich-su").regular());
        assertEquals(3, rule(11, "vat-li").regular());
    }

    @Test
    void aSchoolsOwnPeriodsChangeTheNumberOfScores() {
        var wishes = List.of(new Programme.Wish(8, "gdcd", 52, true), new Programme.Wish(8, "gddp", 35, false));
        var rules = PROGRAMME.of(8, wishes);

        assertEquals(12, rules.size());
        assertEquals(
                3,
                rules.stream()
                        .filter(rule -> rule.subject().equals("gdcd"))
                        .findFirst()
                        .orElseThrow()
                        .regular());
    }

    private static SubjectRule rule(int grade, String subject) {
        return PROGRAMME.of(grade).stream()
                .filter(rule -> rule.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "art. 13.1.a: {0}: {1}")
    @CsvSource({"HOAN_THANH_XUAT_SAC, XUAT_SAC", "HOAN_THANH_TOT, XET_TIEU_BIEU", "HOAN_THANH, ", "CHUA_HOAN_THANH, "})
    void whatMayBeAwardedAtTheEndOfTheYear(PrimaryResult result, @Nullable PrimaryAward award) {
        assertEquals(Optional.ofNullable(award), PrimaryAward.of(result));
    }

    @ParameterizedTest(name = "art. 13.1.a: in {0} there is an award: {1}")
    @CsvSource({"FIRST_TERM, false", "SECOND_TERM, false", "YEAR, true", "AFTER_SUMMER, false"})
    void awardsAreOfTheYear(LearnerYear.Period period, boolean isAwarded) {
        var year = LearnerYear.of(List.of(rule(1, "dao-duc")), Programme.conduct(1));
        year.subjects().values().forEach(each -> each.second().put(Slot.GK, "T"));
        year.subjects().values().forEach(each -> each.second().put(Slot.CK, "T"));
        year.conduct().second().put(Slot.PCCK, "T");
        year.conduct().second().put(Slot.NLCK, "T");

        var award = year.result(period).primaryAward();

        assertEquals(isAwarded ? PrimaryAward.XUAT_SAC : null, award);
    }
}
