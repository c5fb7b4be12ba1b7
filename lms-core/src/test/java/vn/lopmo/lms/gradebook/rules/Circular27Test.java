package vn.lopmo.lms.gradebook.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
