package vn.lopmo.lms.learning.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.learning.talk.TalkPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class TalkPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(name = "{0} sameSchool={1} learns={2} teaches={3}: read {4}, write {5}, moderate {6}")
    @CsvSource({
        "STUDENT,  true,  true,  false, 200, 200, 403",
        "STUDENT,  true,  false, false, 404, 404, 404",
        "STUDENT,  false, true,  false, 404, 404, 404",
        "TEACHER,  true,  false, true,  200, 200, 200",
        "TEACHER,  true,  false, false, 403, 403, 403",
        "TEACHER,  false, false, true,  404, 404, 404",
        "HEAD,     true,  false, false, 403, 403, 403",
        "GUARDIAN, true,  false, false, 404, 404, 404",
        "OFFICER,  true,  false, false, 404, 404, 404",
    })
    void whoMayDoWhatInTheTalkOfAClass(
            Role role, boolean sameSchool, boolean learns, boolean teaches, int read, int write, int moderate) {
        var caller = new Caller(UUID.randomUUID(), sameSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));

        assertEquals(read, statusOf(() -> TalkPolicy.check(caller, Verb.READ, SCHOOL, learns, teaches)));
        assertEquals(write, statusOf(() -> TalkPolicy.check(caller, Verb.WRITE, SCHOOL, learns, teaches)));
        assertEquals(moderate, statusOf(() -> TalkPolicy.check(caller, Verb.MODERATE, SCHOOL, learns, teaches)));
    }

    @ParameterizedTest(name = "own={0} hidden={1} after {2} minutes: {3}")
    @CsvSource({
        "true, false, 0, true",
        "true, false, 30, true",
        "true, false, 31, false",
        "true, true, 1, false",
        "false, false, 0, false"
    })
    void oneMendsOnesOwnWordsForAWhile(boolean own, boolean hidden, int minutes, boolean expected) {
        var caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.STUDENT));
        var author = own ? caller.id() : UUID.randomUUID();
        var now = Instant.EPOCH.plus(Duration.ofMinutes(minutes));

        assertEquals(expected, TalkPolicy.mayChange(caller, author, Instant.EPOCH, hidden, now));
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
