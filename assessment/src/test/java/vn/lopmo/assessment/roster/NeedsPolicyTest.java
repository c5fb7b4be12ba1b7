package vn.lopmo.assessment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.platform.caller.Role;

class NeedsPolicyTest {
    @ParameterizedTest
    @CsvSource({
        // role, a learner whom he teaches, another one
        "TEACHER,   true,  false",
        "HEAD,      true,  true",
        "ADMIN,     true,  true",
        "LIBRARIAN, false, false",
        "STUDENT,   false, false",
        "GUARDIAN,  false, false",
        "OFFICER,   false, false"
    })
    void needsAreForThoseWhoTeachHim(Role role, boolean his, boolean others) {
        assertEquals(his, NeedsPolicy.allows(Fixtures.a(role), true));
        assertEquals(others, NeedsPolicy.allows(Fixtures.a(role), false));
    }
}
