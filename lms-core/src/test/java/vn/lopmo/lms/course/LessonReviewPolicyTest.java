package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.course.LessonReview.Stage;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class LessonReviewPolicyTest {
    @ParameterizedTest(name = "{0} leads={1} writes={2}: at GROUP {3}, at HEAD {4}, reads {5}")
    @CsvSource({
        "TEACHER,   true,  false, true,  false, true",
        "TEACHER,   true,  true,  false, false, true",
        "TEACHER,   false, true,  false, false, true",
        "TEACHER,   false, false, false, false, false",
        "HEAD,      false, false, false, true,  true",
        "HEAD,      true,  false, false, true,  true",
        "HEAD,      false, true,  false, false, true",
        "ADMIN,     false, false, false, false, true",
        "LIBRARIAN, true,  false, false, false, false",
        "STUDENT,   true,  false, false, false, false",
        "GUARDIAN,  false, false, false, false, false",
    })
    void whoApprovesAndWhoReads(Role role, boolean leads, boolean writes, boolean group, boolean head, boolean reads) {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));

        assertEquals(group, LessonReviewPolicy.mayDecide(caller, Stage.GROUP, leads, writes));
        assertEquals(head, LessonReviewPolicy.mayDecide(caller, Stage.HEAD, leads, writes));
        assertEquals(reads, LessonReviewPolicy.mayRead(caller, leads, writes));
        assertEquals(false, LessonReviewPolicy.mayDecide(caller, Stage.APPROVED, leads, writes));
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP,      true,  GROUP, ",
        "GROUP,      false, HEAD,  ",
        "GROUP_HEAD, true,  GROUP, HEAD",
        "GROUP_HEAD, false, HEAD,  ",
    })
    void theRoadOfASchool(LessonRoad road, boolean leader, Stage first, Stage then) {
        assertEquals(first, road.first(leader));
        assertEquals(then, road.after(first).orElse(null));
    }
}
