package vn.lopmo.lms.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class ClassRecordPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(name = "{0} sameSchool={1} teaches={2}: {3}")
    @CsvSource({
        "TEACHER,   true,  true,  200",
        "TEACHER,   true,  false, 403",
        "TEACHER,   false, true,  404",
        "HEAD,      true,  false, 200",
        "HEAD,      false, false, 404",
        "ADMIN,     true,  false, 200",
        "STUDENT,   true,  false, 403",
        "STUDENT,   true,  true,  403",
        "GUARDIAN,  true,  false, 403",
        "LIBRARIAN, true,  false, 403",
        "OFFICER,   true,  false, 403",
    })
    void whoSeesTheRecordsOfAWholeClass(Role role, boolean sameSchool, boolean teaches, int status) {
        var caller = new Caller(UUID.randomUUID(), sameSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));

        assertEquals(status, statusOf(() -> ClassRecordPolicy.check(caller, SCHOOL, teaches)));
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
