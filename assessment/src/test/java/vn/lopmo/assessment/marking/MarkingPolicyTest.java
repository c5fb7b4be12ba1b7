package vn.lopmo.assessment.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.marking.MarkingPolicy.Turn;
import vn.lopmo.platform.caller.Role;

class MarkingPolicyTest {
    private static final UUID OTHER = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        // role, leads, second marker: he, another or nobody; may mark first, second
        "TEACHER,   true,  nobody,  true,  true",
        "TEACHER,   true,  another, true,  false",
        "TEACHER,   true,  he,      false, true",
        "TEACHER,   false, nobody,  false, false",
        "TEACHER,   false, another, false, false",
        "TEACHER,   false, he,      false, true",
        "HEAD,      true,  another, true,  false",
        "ADMIN,     true,  nobody,  true,  true",
        "STUDENT,   false, he,      false, false",
        "LIBRARIAN, false, he,      false, false",
        "GUARDIAN,  false, he,      false, false",
        "OFFICER,   false, he,      false, false"
    })
    void theFirstTurnIsTheirsWhoLeadAndTheSecondTheirsWhoWereNamed(
            Role role, boolean leads, String second, boolean marksFirst, boolean marksSecond) {
        var caller = Fixtures.a(role);

        assertEquals(marksFirst, MarkingPolicy.mayMark(caller, leads, setting(second), Turn.FIRST));
        assertEquals(marksSecond, MarkingPolicy.mayMark(caller, leads, setting(second), Turn.SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        // second marker, turn that he says; the marks that are there: he cannot see the first
        "he,      ,       another, ,        true",
        "he,      ,       another, another, true",
        "he,      ,       another, he,      false",
        "he,      ,       he,      ,        false",
        "he,      ,       ,        ,        false",
        "he,      FIRST,  another, ,        true",
        "nobody,  SECOND, another, ,        true",
        "nobody,  SECOND, another, he,      false",
        "nobody,  ,       another, ,        false",
        "another, ,       another, ,        false"
    })
    void whoMarksSecondIsBlindUntilHeHasMarked(
            String second, @Nullable Turn turn, @Nullable String first, @Nullable String given, boolean blind) {
        assertEquals(
                blind, MarkingPolicy.isBlind(Fixtures.PERSON, setting(second), turn, person(first), person(given)));
    }

    private static @Nullable UUID person(@Nullable String who) {
        return who == null ? null : who.equals("he") ? Fixtures.PERSON : OTHER;
    }

    private static MarkingSetting setting(String second) {
        Set<UUID> markers =
                switch (second) {
                    case "he" -> Set.of(Fixtures.PERSON);
                    case "another" -> Set.of(OTHER);
                    default -> Set.of();
                };
        return new MarkingSetting(BigDecimal.ZERO, markers, 7);
    }
}
