package vn.lopmo.lms.notice.announcement;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.lms.notice.announcement.AnnouncementPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class AnnouncementPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();

    @ParameterizedTest(name = "{0} teaches={1} leads={2}: {3}")
    @CsvSource({
        "TEACHER,   true,  false, STUDENT",
        "TEACHER,   false, true,  STUDENT GUARDIAN",
        "TEACHER,   true,  true,  STUDENT GUARDIAN",
        "TEACHER,   false, false, ''",
        "HEAD,      false, false, STUDENT GUARDIAN",
        "ADMIN,     false, false, STUDENT GUARDIAN",
        "STUDENT,   true,  true,  ''",
        "GUARDIAN,  true,  true,  ''",
        "LIBRARIAN, true,  true,  ''",
        "OFFICER,   true,  true,  ''",
    })
    void whoSaysSomethingToWhomOfAClass(Role role, boolean teaches, boolean leads, String roles) {
        assertEquals(roles, names(AnnouncementPolicy.mayAddressOfClass(caller(role), teaches, leads)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HEAD,      STUDENT TEACHER LIBRARIAN HEAD ADMIN GUARDIAN",
        "ADMIN,     STUDENT TEACHER LIBRARIAN HEAD ADMIN GUARDIAN",
        "TEACHER,   ''",
        "LIBRARIAN, ''",
        "STUDENT,   ''",
        "GUARDIAN,  ''",
        "OFFICER,   ''",
    })
    void whoSaysSomethingToTheWholeSchool(Role role, String roles) {
        assertEquals(roles, names(AnnouncementPolicy.mayAddressOfSchool(caller(role))));
    }

    @ParameterizedTest(name = "{0} own={1} told={2}: {3}")
    @CsvSource({
        "TEACHER,   true,  false, READ CORRECT WITHDRAW",
        "TEACHER,   false, true,  READ",
        "TEACHER,   false, false, ''",
        "HEAD,      false, false, READ WITHDRAW",
        "HEAD,      true,  false, READ CORRECT WITHDRAW",
        "ADMIN,     false, false, READ WITHDRAW",
        "STUDENT,   false, true,  READ",
        "STUDENT,   false, false, ''",
        "GUARDIAN,  false, true,  READ",
        "GUARDIAN,  false, false, ''",
        "LIBRARIAN, false, true,  READ",
        "OFFICER,   false, false, ''",
        // who works there no more
        "GUARDIAN,  true,  false, READ",
    })
    void whoDoesWhatWithOne(Role role, boolean own, boolean told, String verbs) {
        var caller = caller(role);
        var owner = own ? caller.id() : UUID.randomUUID();

        assertEquals(
                verbs,
                Arrays.stream(Verb.values())
                        .filter(verb -> allows(caller, verb, SCHOOL, owner, told))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void anotherSchoolsIsNotThereAndNeitherIsWhatIsForOthers() {
        var head = caller(Role.HEAD);
        var pupil = caller(Role.STUDENT);

        assertThrows(
                Refusal.NotFound.class, () -> AnnouncementPolicy.check(head, Verb.READ, UUID.randomUUID(), null, true));
        assertThrows(
                Refusal.NotFound.class,
                () -> AnnouncementPolicy.check(pupil, Verb.READ, SCHOOL, UUID.randomUUID(), false));
        assertThrows(
                Refusal.Forbidden.class,
                () -> AnnouncementPolicy.check(pupil, Verb.WITHDRAW, SCHOOL, UUID.randomUUID(), true));
    }

    @Test
    void onlyWhoTeachesOrRunsTheSchoolWritesAtAll() {
        for (var role : Set.of(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            assertDoesNotThrow(() -> AnnouncementPolicy.checkWrite(caller(role)));
        }
        for (var role : Set.of(Role.STUDENT, Role.GUARDIAN, Role.LIBRARIAN, Role.OFFICER)) {
            assertThrows(Refusal.Forbidden.class, () -> AnnouncementPolicy.checkWrite(caller(role)));
        }
    }

    private static boolean allows(Caller caller, Verb verb, UUID school, UUID owner, boolean told) {
        try {
            AnnouncementPolicy.check(caller, verb, school, owner, told);
            return true;
        } catch (Refusal.NotFound | Refusal.Forbidden refused) {
            return false;
        }
    }

    private static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }
}
