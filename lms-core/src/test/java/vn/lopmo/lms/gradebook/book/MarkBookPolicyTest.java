package vn.lopmo.lms.gradebook.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Relation;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class MarkBookPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(name = "{0} teaches={1} leads={2}: {3}")
    @CsvSource({
        "TEACHER,   true,  false, READ WRITE RELEASE",
        "TEACHER,   false, true,  READ AWARD",
        "TEACHER,   true,  true,  READ WRITE RELEASE AWARD",
        "TEACHER,   false, false, ''",
        "HEAD,      false, false, READ RELEASE AWARD LOCK SET_RULES",
        "ADMIN,     false, false, READ WRITE RELEASE SET_RULES",
        "STUDENT,   true,  true,  ''",
        "GUARDIAN,  true,  true,  ''",
        "LIBRARIAN, true,  true,  ''",
        "OFFICER,   true,  true,  ''",
    })
    void whoMayDoWhatWithABook(Role role, boolean teaches, boolean leads, String verbs) {
        var caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));

        assertEquals(
                verbs,
                Arrays.stream(Verb.values())
                        .filter(verb -> MarkBookPolicy.allows(caller, verb, new Relation(SCHOOL, teaches, leads)))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void anotherSchoolsBookIsNotThere() {
        for (var role : Role.values()) {
            var stranger = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
            for (var verb : Verb.values()) {
                assertEquals(404, status(stranger, verb, new Relation(SCHOOL, true, true)));
            }
        }
    }

    @Test
    void aWrongRoleIsForbidden() {
        var pupil = new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.STUDENT));

        assertEquals(403, status(pupil, Verb.READ, new Relation(SCHOOL, false, false)));
    }

    private static int status(Caller caller, Verb verb, Relation relation) {
        try {
            MarkBookPolicy.check(caller, verb, relation);
            return 200;
        } catch (Refusal refused) {
            return refused.status();
        }
    }
}
