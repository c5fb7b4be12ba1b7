package vn.lopmo.content.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lopmo.content.material.Licence;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class ExportPolicyTest {
    private static final Set<Licence> KEPT = EnumSet.of(Licence.ALL_RIGHTS, Licence.TEACHING_EXCEPTION);

    @ParameterizedTest
    @EnumSource(Licence.class)
    void whatIsNotOpenStaysInTheSchool(Licence licence) {
        assertEquals(!KEPT.contains(licence), ExportPolicy.mayLeave(licence));
    }

    @Test
    void whatNobodyLicensedStaysToo() {
        assertFalse(ExportPolicy.mayLeave(null));
    }

    @ParameterizedTest
    @CsvSource({
        "STUDENT, EPUB, true",
        "STUDENT, SCORM12, false",
        "STUDENT, SCORM2004, false",
        "TEACHER, EPUB, true",
        "TEACHER, SCORM12, true",
        "TEACHER, SCORM2004, true",
        "LIBRARIAN, EPUB, true",
        "LIBRARIAN, SCORM12, true",
        "HEAD, SCORM2004, true",
        "ADMIN, SCORM12, true"
    })
    void coursesAreForThoseWhoTeachBooksForAll(Role role, ExportFormat format, boolean may) {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(role));

        assertEquals(may, ExportPolicy.mayAsk(caller, format));
    }
}
