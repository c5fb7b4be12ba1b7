package vn.lopmo.lms.organisation.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class UnitPolicyTest {
    @ParameterizedTest(name = "{0} of the first school {1}: {2}")
    @CsvSource({
        "ADMIN,   true,  true",
        "ADMIN,   false, false",
        "HEAD,    true,  false",
        "OFFICER, true,  false",
        "TEACHER, true,  false",
    })
    void onlyWhoSetTheInstallUpArrangesUnits(Role role, boolean first, boolean may) {
        var firstSchool = UUID.randomUUID();
        var caller = new Caller(UUID.randomUUID(), first ? firstSchool : UUID.randomUUID(), Set.of(role));

        assertEquals(may, UnitPolicy.allows(caller, firstSchool));
    }

    @ParameterizedTest(name = "{0} under {1}: {2}")
    @CsvSource({
        "DEPARTMENT, , true",
        "DEPARTMENT, DEPARTMENT, false",
        "COMMUNE, , true",
        "COMMUNE, DEPARTMENT, true",
        "COMMUNE, COMMUNE, false",
        "SCHOOL, COMMUNE, true",
        "SCHOOL, DEPARTMENT, true",
        "SCHOOL, , true",
        "SCHOOL, SCHOOL, false",
    })
    void whatStandsUnderWhat(Unit.Kind kind, Unit.@Nullable Kind above, boolean may) {
        assertEquals(may, kind.mayStandUnder(above));
    }
}
