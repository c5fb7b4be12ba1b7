package vn.lopmo.assessment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.analysis.irt.Model;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class AnalysisPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // role, calibrates, sees his own, sees a colleague's, has a path of his own
        "TEACHER,   true,  true,  false, false",
        "HEAD,      true,  true,  true,  false",
        "ADMIN,     true,  true,  true,  false",
        "STUDENT,   false, false, false, true",
        "LIBRARIAN, false, false, false, false",
        "GUARDIAN,  false, false, false, false",
        "OFFICER,   false, false, false, false"
    })
    void teachersCalibrateAndLearnersSeeTheirOwnPath(
            Role role, boolean calibrates, boolean own, boolean others, boolean path) {
        var caller = Fixtures.a(role);

        assertEquals(calibrates, AnalysisPolicy.mayCalibrate(caller));
        assertEquals(own, AnalysisPolicy.maySee(caller, job(caller)));
        assertEquals(
                others,
                AnalysisPolicy.maySee(caller, job(new Caller(UUID.randomUUID(), Fixtures.SCHOOL, Set.of(role)))));
        assertEquals(path, AnalysisPolicy.hasOwnPath(caller));
    }

    @Test
    void anotherSchoolHasNoPartInIt() {
        for (Role role : Role.values()) {
            var stranger = new Caller(Fixtures.PERSON, UUID.randomUUID(), Set.of(role));

            assertFalse(AnalysisPolicy.maySee(stranger, job(Fixtures.a(role))));
        }
    }

    private static CalibrationJob job(Caller by) {
        return CalibrationJob.ask(by, Model.TWO, List.of(UUID.randomUUID()), null, NOW);
    }
}
