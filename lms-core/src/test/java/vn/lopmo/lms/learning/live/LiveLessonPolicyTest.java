package vn.lopmo.lms.learning.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.learning.live.LiveLessonPolicy.Relation;
import vn.lopmo.lms.learning.live.LiveLessonPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class LiveLessonPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(name = "{0} teaches={1} leads={2} learns={3} holds={4}: {5}")
    @CsvSource({
        "TEACHER,   true,  false, false, true,  READ SET CHANGE READ_ATTENDANCE",
        "TEACHER,   true,  false, false, false, READ SET",
        "TEACHER,   false, true,  false, false, READ READ_ATTENDANCE",
        "TEACHER,   false, false, false, false, ''",
        "HEAD,      false, false, false, false, READ READ_ATTENDANCE",
        "ADMIN,     false, false, false, false, READ READ_ATTENDANCE",
        "STUDENT,   false, false, true,  false, READ JOIN",
        "STUDENT,   false, false, false, false, ''",
        "GUARDIAN,  true,  true,  true,  true,  ''",
        "LIBRARIAN, true,  true,  true,  true,  ''",
        "OFFICER,   true,  true,  true,  true,  ''",
    })
    void whoMayDoWhat(Role role, boolean teaches, boolean leads, boolean learns, boolean holds, String verbs) {
        var caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));
        var relation = new Relation(SCHOOL, teaches, leads, learns, holds);

        assertEquals(
                verbs,
                Arrays.stream(Verb.values())
                        .filter(verb -> LiveLessonPolicy.allows(caller, verb, relation))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void anotherSchoolsAndAnotherClassesLessonIsNotThere() {
        var head = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(Role.HEAD));
        var pupil = new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.STUDENT));

        assertThrows(
                Refusal.NotFound.class,
                () -> LiveLessonPolicy.check(head, Verb.READ, new Relation(SCHOOL, true, true, true, true)));
        assertThrows(
                Refusal.NotFound.class,
                () -> LiveLessonPolicy.check(pupil, Verb.JOIN, new Relation(SCHOOL, false, false, false, false)));
    }
}
