package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.course.CoursePolicy.Ties;
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

        assertEquals(
                read,
                statusOf(() -> CoursePolicy.check(caller, Verb.READ, course, new Ties(classes, List.of(), false))));
        assertEquals(
                drafts,
                statusOf(() ->
                        CoursePolicy.check(caller, Verb.READ_DRAFTS, course, new Ties(classes, List.of(), false))));
        assertEquals(
                write,
                statusOf(() -> CoursePolicy.check(caller, Verb.WRITE, course, new Ties(classes, List.of(), false))));
    }

    @Test
    void aColleagueWritesWhereHeWasNamedButNamesNobody() {
        var course = Course.open(SCHOOL, OWNER, "Tin học 8", "tin-hoc", 8, Instant.EPOCH);
        var colleague = new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.TEACHER));
        var noTeacherNow = new Caller(colleague.id(), SCHOOL, Set.of(Role.LIBRARIAN));
        course.writeWith(List.of(colleague.id(), OWNER));

        assertEquals(Set.of(colleague.id()), course.authorIds());
        assertEquals(
                200,
                statusOf(() ->
                        CoursePolicy.check(colleague, Verb.WRITE, course, new Ties(List.of(), List.of(), false))));
        assertEquals(
                403,
                statusOf(() -> CoursePolicy.check(
                        colleague, Verb.NAME_AUTHORS, course, new Ties(List.of(), List.of(), false))));
        assertEquals(
                403,
                statusOf(() ->
                        CoursePolicy.check(noTeacherNow, Verb.WRITE, course, new Ties(List.of(), List.of(), false))));
        var owner = new Caller(OWNER, SCHOOL, Set.of(Role.TEACHER));
        assertEquals(
                200,
                statusOf(() ->
                        CoursePolicy.check(owner, Verb.NAME_AUTHORS, course, new Ties(List.of(), List.of(), false))));
    }

    @ParameterizedTest(name = "{0} who teaches the subject there ({1}): {2} is {3}")
    @CsvSource({
        "TEACHER, true,  READ,          200",
        "TEACHER, true,  READ_STANDING, 200",
        "TEACHER, true,  REMIND,        200",
        "TEACHER, true,  PREVIEW,       200",
        "TEACHER, true,  READ_DRAFTS,   403",
        "TEACHER, true,  WRITE,         403",
        "TEACHER, true,  COPY,          403",
        "TEACHER, false, READ,          403",
        "TEACHER, false, READ_STANDING, 403",
        "TEACHER, false, REMIND,        403",
        "TEACHER, false, PREVIEW,       403",
        "HEAD,    false, PREVIEW,       200",
        "STUDENT, false, PREVIEW,       404",
        "HEAD,    false, READ_STANDING, 200",
        "HEAD,    false, REMIND,        403",
        "STUDENT, false, READ_STANDING, 404",
    })
    void whoTeachesByACourseSeesHowFarHisClassIs(Role role, boolean teaches, Verb verb, int status) {
        var course = Course.open(SCHOOL, OWNER, "Tin học 8", "tin-hoc", 8, Instant.EPOCH);
        var caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));

        assertEquals(
                status,
                statusOf(() -> CoursePolicy.check(caller, verb, course, new Ties(List.of(), List.of(), teaches))));
    }

    @ParameterizedTest(name = "shared with {0}, in the group {1}, {2}: read {3}, copy {4}")
    @CsvSource({
        "NONE,   true,  TEACHER,   403, 403",
        "GROUP,  true,  TEACHER,   200, 200",
        "GROUP,  false, TEACHER,   403, 403",
        "SCHOOL, false, TEACHER,   200, 200",
        "SCHOOL, false, LIBRARIAN, 403, 403",
        "SCHOOL, false, HEAD,      200, 403",
        "SCHOOL, false, STUDENT,   404, 404",
    })
    void whatIsSharedMayBeLookedAtAndCopiedButNeverWritten(
            CourseSharing sharing, boolean inGroup, Role role, int read, int copy) {
        var course = Course.open(SCHOOL, OWNER, "Tin học 8", "tin-hoc", 8, Instant.EPOCH);
        course.share(sharing, false);
        var caller = new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));
        var subjects = inGroup ? List.of("toan", "tin-hoc") : List.of("toan");

        assertEquals(
                read,
                statusOf(() -> CoursePolicy.check(caller, Verb.READ, course, new Ties(List.of(), subjects, false))));
        assertEquals(
                copy,
                statusOf(() -> CoursePolicy.check(caller, Verb.COPY, course, new Ties(List.of(), subjects, false))));
        assertTrue(statusOf(() -> CoursePolicy.check(caller, Verb.WRITE, course, new Ties(List.of(), subjects, false)))
                > 400);
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
