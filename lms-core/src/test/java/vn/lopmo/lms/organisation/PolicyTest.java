package vn.lopmo.lms.organisation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class PolicyTest {
    private static Caller with(Role role) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
    }

    @ParameterizedTest
    @CsvSource({
        "LIST,                 false, TEACHER LIBRARIAN HEAD ADMIN",
        "LIST_ALL,             false, LIBRARIAN HEAD ADMIN",
        "LIST_ALL,             true,  LIBRARIAN HEAD ADMIN",
        "READ_MEMBERS,         false, HEAD ADMIN",
        "READ_MEMBERS,         true,  TEACHER HEAD ADMIN",
        "READ_REGISTER,        true,  ADMIN",
        "READ_FIRST_PASSWORDS, true,  ADMIN",
        "CHANGE,               true,  HEAD ADMIN",
        "OPEN,                 true,  ADMIN"
    })
    void classes(ClassPolicy.Verb verb, boolean teachesIt, String allowed) {
        for (var role : Role.values()) {
            boolean expected = Arrays.asList(allowed.split(" ")).contains(role.name());
            assertEquals(expected, ClassPolicy.allows(with(role), verb, teachesIt), role + " " + verb);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEARCH,     ADMIN",
        "ADMIT,      ADMIN",
        "NAME,       TEACHER LIBRARIAN HEAD ADMIN",
        "LIST_STAFF, TEACHER LIBRARIAN HEAD ADMIN"
    })
    void people(PersonPolicy.Verb verb, String allowed) {
        for (var role : Role.values()) {
            boolean expected = Arrays.asList(allowed.split(" ")).contains(role.name());
            assertEquals(expected, PersonPolicy.allows(with(role), verb), role + " " + verb);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "READ_YEARS,     TEACHER LIBRARIAN HEAD ADMIN",
        "SET_TERMS,      HEAD ADMIN",
        "READ_GROUPS,    TEACHER LIBRARIAN HEAD ADMIN",
        "ARRANGE_GROUPS, HEAD ADMIN",
        "READ_TEACHINGS, TEACHER LIBRARIAN HEAD ADMIN",
        "ASSIGN,         HEAD ADMIN",
        "READ_PERSON,    ADMIN",
        "GIVE_ROLES,     ADMIN",
        "LINK_GUARDIANS, ADMIN",
        "MOVE_PUPILS,    ADMIN",
        "ROLL_OVER,      ADMIN",
        "EXCHANGE,       ADMIN"
    })
    void organisation(OrganisationPolicy.Verb verb, String allowed) {
        for (var role : Role.values()) {
            boolean expected = Arrays.asList(allowed.split(" ")).contains(role.name());
            assertEquals(expected, OrganisationPolicy.allows(with(role), verb), role + " " + verb);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // role, makes a group of a class that he teaches, of another; uses his own group, another's
        "TEACHER,   true,  false, true,  false",
        "HEAD,      true,  true,  true,  true",
        "ADMIN,     true,  true,  true,  true",
        "LIBRARIAN, false, false, false, false",
        "STUDENT,   false, false, false, false",
        "GUARDIAN,  false, false, false, false",
        "OFFICER,   false, false, false, false"
    })
    void groups(Role role, boolean makes, boolean makesElsewhere, boolean own, boolean others) {
        var caller = with(role);

        assertEquals(makes, GroupPolicy.mayMake(caller, true));
        assertEquals(makesElsewhere, GroupPolicy.mayMake(caller, false));
        assertEquals(own, GroupPolicy.mayUse(caller, caller.schoolId(), caller.id()));
        assertEquals(others, GroupPolicy.mayUse(caller, caller.schoolId(), UUID.randomUUID()));
        assertEquals(false, GroupPolicy.mayUse(caller, UUID.randomUUID(), caller.id()));
    }

    @ParameterizedTest
    @CsvSource({"TEACHER, true, true", "TEACHER, false, false", "HEAD, false, true", "ADMIN, false, true"})
    void whomAMakerKeepsInHisGroups(Role maker, boolean teachesHim, boolean keeps) {
        assertEquals(keeps, GroupPolicy.mayKeep(Set.of(maker), teachesHim));
    }

    @ParameterizedTest(name = "{0} at the first school {1}, at another {2}")
    @CsvSource({
        "STUDENT,   true, true",
        "TEACHER,   true, true",
        "GUARDIAN,  true, true",
        "LIBRARIAN, true, true",
        "HEAD,      true, true",
        "ADMIN,     true, true",
        "OFFICER,   true, false"
    })
    void onlyTheFirstSchoolMakesOfficers(Role role, boolean atFirst, boolean elsewhere) {
        var first = UUID.randomUUID();
        var other = UUID.randomUUID();

        assertEquals(atFirst, PersonPolicy.givable(first, first).contains(role));
        assertEquals(elsewhere, PersonPolicy.givable(other, first).contains(role));
    }

    @Test
    void rolesAreGivenTogetherOrNotAtAll() {
        var first = UUID.randomUUID();
        var other = UUID.randomUUID();
        var both = Set.of(Role.TEACHER, Role.OFFICER);

        assertThrows(Refusal.Invalid.class, () -> PersonPolicy.checkGiven(both, other, first));
        assertDoesNotThrow(() -> PersonPolicy.checkGiven(both, first, first));
        assertDoesNotThrow(() -> PersonPolicy.checkGiven(Set.of(Role.TEACHER, Role.GUARDIAN), other, first));
    }
}
