package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class CoursePolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID CLASS = UUID.randomUUID();

    @ParameterizedTest(name = "{0} owns={1} sameSchool={2} inClass={3}: read {4}, drafts {5}, write {6}")
    @CsvSource({
        "TEACHER,   true,  true,  false, 200, 200, 200",
        "TEACHER,   false, true,  false, 403, 403, 403",
        "TEACHER,   false, false, false, 404, 404, 404",
        "HEAD,      false, true,  false, 200, 200, 403",
        "HEAD,      false, false, false, 404, 404, 404",
        "ADMIN,     false, true,  false, 200, 200, 403",
        "STUDENT,   false, true,  true,  200, 403, 403",
        "STUDENT,   false, true,  false, 404, 404, 404",
        "STUDENT,   false, false, true,  404, 404, 404",
        "STUDENT,   true,  true,  false, 404, 404, 404",
        "LIBRARIAN, false, true,  false, 403, 403, 403",
        "GUARDIAN,  false, true,  false, 404, 404, 404",
        "OFFICER,   false, true,  false, 404, 404, 404",
    })
    void whoMayDoWhatWithACourse(
            Role role, boolean owns, boolean sameSchool, boolean inClass, int read, int drafts, int write) {
        var course = Course.open(SCHOOL, OWNER, "Tin học 8", "tin-hoc", 8, Instant.EPOCH);
        course.giveTo(List.of(CLASS));
        var caller =
                new Caller(owns ? OWNER : UUID.randomUUID(), sameSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));
        var classes = inClass ? List.of(CLASS) : List.<UUID>of();

        assertEquals(read, statusOf(() -> CoursePolicy.check(caller, Verb.READ, course, classes)));
        assertEquals(drafts, statusOf(() -> CoursePolicy.check(caller, Verb.READ_DRAFTS, course, classes)));
        assertEquals(write, statusOf(() -> CoursePolicy.check(caller, Verb.WRITE, course, classes)));
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
