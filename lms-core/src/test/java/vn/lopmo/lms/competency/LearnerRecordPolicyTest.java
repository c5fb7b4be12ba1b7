package vn.lopmo.lms.competency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.competency.LearnerRecordPolicy.Relation;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class LearnerRecordPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID LEARNER = UUID.randomUUID();

    @ParameterizedTest(name = "{0} self={1} sameSchool={2} teaches={3} guards={4}: {5}, logged {6}")
    @CsvSource({
        "STUDENT,   true,  true,  false, false, 200, false",
        "STUDENT,   false, true,  false, false, 403, false",
        "STUDENT,   false, false, false, false, 404, false",
        "TEACHER,   false, true,  true,  false, 200, true",
        "TEACHER,   false, true,  false, false, 403, true",
        "TEACHER,   false, false, true,  false, 404, true",
        "HEAD,      false, true,  false, false, 200, true",
        "HEAD,      false, false, false, false, 404, true",
        "ADMIN,     false, true,  false, false, 200, true",
        "LIBRARIAN, false, true,  false, false, 403, true",
        "GUARDIAN,  false, true,  false, true,  200, false",
        "GUARDIAN,  false, true,  false, false, 403, false",
        "GUARDIAN,  false, false, false, false, 404, false",
        "OFFICER,   false, true,  false, false, 403, false",
        "STUDENT,   false, true,  true,  true,  403, false",
    })
    void whoSeesOneLearnersRecord(
            Role role, boolean self, boolean sameSchool, boolean teaches, boolean guards, int status, boolean logged) {
        var caller =
                new Caller(self ? LEARNER : UUID.randomUUID(), sameSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));
        var relation = new Relation(LEARNER, SCHOOL, teaches, guards);

        assertEquals(status, statusOf(() -> LearnerRecordPolicy.check(caller, relation)));
        assertEquals(logged, LearnerRecordPolicy.isLogged(caller, relation));
    }

    private static int statusOf(Runnable check) {
        try {
            check.run();
            return 200;
        } catch (Refusal refused) {
            return refused.status();
        }
    }
}
