package vn.lopmo.lms.learning.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.learning.task.TaskPolicy.Standing;
import vn.lopmo.lms.learning.task.TaskPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class TaskPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(
            name =
                    "{0} sameSchool={1} learns={2} writes={3} teaches={4}: hand in {5}, set {6}, give a day {7}, mark {8}")
    @CsvSource({
        "STUDENT,   true,  true,  false, false, 200, 403, 403, 403",
        "STUDENT,   true,  false, false, false, 404, 404, 404, 404",
        "STUDENT,   false, true,  false, false, 404, 404, 404, 404",
        "TEACHER,   true,  false, true,  true,  403, 200, 200, 200",
        "TEACHER,   true,  false, true,  false, 403, 200, 200, 403",
        "TEACHER,   true,  false, false, true,  403, 403, 200, 200",
        "TEACHER,   true,  false, false, false, 403, 403, 403, 403",
        "TEACHER,   true,  true,  false, false, 403, 403, 403, 403",
        "TEACHER,   false, false, true,  true,  404, 404, 404, 404",
        "HEAD,      true,  false, true,  true,  403, 403, 403, 403",
        "ADMIN,     true,  false, false, false, 403, 403, 403, 403",
        "LIBRARIAN, true,  false, false, false, 403, 403, 403, 403",
        "GUARDIAN,  true,  true,  true,  true,  404, 404, 404, 404",
        "OFFICER,   true,  false, false, false, 404, 404, 404, 404",
    })
    void whoMayDoWhatWithATask(
            Role role,
            boolean sameSchool,
            boolean learns,
            boolean writes,
            boolean teaches,
            int handIn,
            int set,
            int giveDay,
            int mark) {
        var caller = new Caller(UUID.randomUUID(), sameSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));
        var standing = new Standing(learns, writes, teaches);

        assertEquals(handIn, statusOf(() -> TaskPolicy.check(caller, Verb.HAND_IN, SCHOOL, standing)));
        assertEquals(set, statusOf(() -> TaskPolicy.check(caller, Verb.SET, SCHOOL, standing)));
        assertEquals(giveDay, statusOf(() -> TaskPolicy.check(caller, Verb.GIVE_DAY, SCHOOL, standing)));
        assertEquals(mark, statusOf(() -> TaskPolicy.check(caller, Verb.MARK, SCHOOL, standing)));
    }

    @ParameterizedTest(name = "{0} sameSchool={1} own={2} guards={3} teaches={4}: {5}")
    @CsvSource({
        "STUDENT,  true,  true,  false, false, 200",
        "STUDENT,  true,  false, false, false, 404",
        "STUDENT,  true,  false, true,  true,  404",
        "STUDENT,  false, true,  false, false, 404",
        "GUARDIAN, true,  false, true,  false, 200",
        "GUARDIAN, true,  false, false, false, 404",
        "GUARDIAN, false, false, true,  false, 404",
        "TEACHER,  true,  false, false, true,  200",
        "TEACHER,  true,  false, false, false, 404",
        "TEACHER,  false, false, false, true,  404",
        "HEAD,     true,  false, false, true,  404",
        "ADMIN,    true,  false, false, false, 404",
    })
    void whoSeesALearnersWork(
            Role role, boolean sameSchool, boolean own, boolean guards, boolean teaches, int expected) {
        var learner = UUID.randomUUID();
        var caller =
                new Caller(own ? learner : UUID.randomUUID(), sameSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));

        assertEquals(expected, statusOf(() -> TaskPolicy.checkSee(caller, SCHOOL, learner, guards, teaches)));
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
