package vn.lopmo.assessment.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class PolicyTest {
    private static final Set<UUID> HIS = Set.of(Fixtures.CLASS);
    private static final Set<UUID> NONE = Set.of();
    private final Assignment assignment =
            Fixtures.anAssignment(Instant.parse("2026-11-02T01:00:00Z"), Instant.parse("2026-11-02T02:00:00Z"), 15);

    @ParameterizedTest
    @CsvSource({
        // role, sees his own paper, sees a colleague's
        "TEACHER,   true,  false",
        "HEAD,      true,  true",
        "ADMIN,     true,  true",
        "STUDENT,   false, false",
        "LIBRARIAN, false, false",
        "GUARDIAN,  false, false",
        "OFFICER,   false, false"
    })
    void aPaperIsItsAuthorsAndTheHeads(Role role, boolean own, boolean others) {
        var policy = new PaperPolicy();

        assertEquals(own, policy.maySee(Fixtures.a(role), PaperFixtures.aPaperOf(Fixtures.SCHOOL, Fixtures.PERSON)));
        assertEquals(
                others, policy.maySee(Fixtures.a(role), PaperFixtures.aPaperOf(Fixtures.SCHOOL, UUID.randomUUID())));
        assertEquals(
                false, policy.maySee(Fixtures.a(role), PaperFixtures.aPaperOf(UUID.randomUUID(), Fixtures.PERSON)));
    }

    @ParameterizedTest
    @CsvSource({
        // role, may assign to / lead / take: with the class, without it
        "TEACHER,   true,  false, true,  false, false, false",
        "HEAD,      true,  true,  true,  true,  false, false",
        "ADMIN,     true,  true,  true,  true,  false, false",
        "STUDENT,   false, false, false, false, true,  false",
        "LIBRARIAN, false, false, false, false, false, false",
        "GUARDIAN,  false, false, false, false, false, false",
        "OFFICER,   false, false, false, false, false, false"
    })
    void aClassIsItsTeachersAndItsLearners(
            Role role,
            boolean assigns,
            boolean assignsOther,
            boolean leads,
            boolean leadsOther,
            boolean takes,
            boolean takesOther) {
        var caller = Fixtures.a(role);

        assertEquals(assigns, AssignmentPolicy.mayAssign(caller, HIS, HIS));
        assertEquals(assignsOther, AssignmentPolicy.mayAssign(caller, HIS, NONE));
        assertEquals(leads, AssignmentPolicy.mayLead(caller, assignment, HIS));
        assertEquals(leadsOther, AssignmentPolicy.mayLead(caller, assignment, NONE));
        assertEquals(takes, AssignmentPolicy.mayTake(caller, assignment, true));
        assertEquals(takesOther, AssignmentPolicy.mayTake(caller, assignment, false));
    }

    @ParameterizedTest
    @CsvSource({
        // role, may assign to a learner whom he teaches, to another one, may decide on a periodic test
        "TEACHER,   true,  false, false",
        "HEAD,      true,  true,  true",
        "ADMIN,     true,  true,  false",
        "STUDENT,   false, false, false",
        "LIBRARIAN, false, false, false",
        "GUARDIAN,  false, false, false",
        "OFFICER,   false, false, false"
    })
    void aLearnerIsHisTeachersAndTheDecisionTheHeads(Role role, boolean his, boolean others, boolean decides) {
        var caller = Fixtures.a(role);
        var learners = Set.of(Fixtures.PERSON);

        assertEquals(his, AssignmentPolicy.mayAssignTo(caller, learners, learners));
        assertEquals(others, AssignmentPolicy.mayAssignTo(caller, learners, NONE));
        assertEquals(decides, AssignmentPolicy.mayDecide(caller, assignment));
    }

    @Test
    void anotherSchoolHasNoPartInIt() {
        for (Role role : Role.values()) {
            var stranger = new Caller(Fixtures.PERSON, UUID.randomUUID(), Set.of(role));

            assertEquals(false, AssignmentPolicy.mayLead(stranger, assignment, HIS));
            assertEquals(false, AssignmentPolicy.mayDecide(stranger, assignment));
            assertEquals(false, AssignmentPolicy.mayTake(stranger, assignment, true));
        }
    }
}
