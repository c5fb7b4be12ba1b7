package vn.lopmo.lms.learning.diary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.learning.diary.DiaryPolicy.Relation;
import vn.lopmo.lms.learning.diary.DiaryPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class DiaryPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(name = "{0} teaches={1} leads={2}: {3}")
    @CsvSource({
        "TEACHER,   true,  false, READ WRITE",
        "TEACHER,   true,  true,  READ WRITE SUM_UP",
        "TEACHER,   false, true,  READ SUM_UP",
        "TEACHER,   false, false, ''",
        "HEAD,      false, false, READ SUM_UP",
        "ADMIN,     false, false, READ WRITE MEND",
        "STUDENT,   true,  true,  ''",
        "GUARDIAN,  true,  true,  ''",
        "LIBRARIAN, true,  true,  ''",
        "OFFICER,   true,  true,  ''",
    })
    void whoMayDoWhatWithADiary(Role role, boolean teaches, boolean leads, String verbs) {
        var caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));

        assertEquals(
                verbs,
                Arrays.stream(Verb.values())
                        .filter(verb -> DiaryPolicy.allows(caller, verb, new Relation(SCHOOL, teaches, leads)))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void anotherSchoolsDiaryIsNotThere() {
        for (var role : Role.values()) {
            var stranger = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
            assertThrows(
                    Refusal.NotFound.class,
                    () -> DiaryPolicy.check(stranger, Verb.READ, new Relation(SCHOOL, true, true)));
        }
    }
}
