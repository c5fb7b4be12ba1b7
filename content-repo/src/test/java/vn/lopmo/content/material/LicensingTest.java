package vn.lopmo.content.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.content.material.Licensing.Licensed;
import vn.lopmo.content.material.Licensing.Use;

class LicensingTest {
    /// The chart of Creative Commons, row by row, and this house's two closed kinds.
    @ParameterizedTest
    @CsvSource({
        "CC0 CC0,                       CC0",
        "CC0 CC_BY,                     CC_BY",
        "CC0 CC_BY_SA,                  CC_BY_SA",
        "CC0 CC_BY_NC,                  CC_BY_NC",
        "CC0 CC_BY_NC_SA,               CC_BY_NC_SA",
        "CC_BY CC_BY,                   CC_BY",
        "CC_BY CC_BY_SA,                CC_BY_SA",
        "CC_BY CC_BY_NC,                CC_BY_NC",
        "CC_BY CC_BY_NC_SA,             CC_BY_NC_SA",
        "CC_BY_SA CC_BY_SA,             CC_BY_SA",
        "CC_BY_NC CC_BY_NC,             CC_BY_NC",
        "CC_BY_NC CC_BY_NC_SA,          CC_BY_NC_SA",
        "CC_BY_NC_SA CC_BY_NC_SA,       CC_BY_NC_SA",
        "CC_BY_SA CC_BY_NC,             COMMERCE_CLASH:12",
        "CC_BY_NC CC_BY_SA,             COMMERCE_CLASH:12",
        "CC_BY_SA CC_BY_NC_SA,          SHARE_ALIKE_CLASH:12",
        "CC_BY CC_BY_ND,                NO_DERIVATIVES:2",
        "CC_BY_NC_ND,                   NO_DERIVATIVES:1",
        "CC_BY_ND CC_BY_NC_ND,          NO_DERIVATIVES:1 NO_DERIVATIVES:2",
        "CC_BY_SA CC_BY_NC_ND,          NO_DERIVATIVES:2 COMMERCE_CLASH:12",
        "CC_BY ALL_RIGHTS,              NEEDS_PERMISSION:2",
        "CC_BY TEACHING_EXCEPTION,      TEACHING_EXCEPTION",
        "CC_BY_NC TEACHING_EXCEPTION,   TEACHING_EXCEPTION",
        "CC_BY_SA TEACHING_EXCEPTION,   TEACHING_CLASH:12",
        "TEACHING_EXCEPTION,            TEACHING_EXCEPTION",
        "CC_BY NONE,                    LICENCE_UNKNOWN:2",
        "CC0 CC_BY CC_BY_NC CC_BY_NC_SA, CC_BY_NC_SA",
        "CC_BY_SA CC_BY CC_BY_NC,       COMMERCE_CLASH:13",
    })
    void whatMayBeMadeOfThem(String licences, String expected) {
        assertEquals(expected, told(licences, Use.ADAPTED));
    }

    @ParameterizedTest
    @CsvSource({
        "CC0 CC_BY,                            CC_BY",
        "CC_BY_SA CC_BY_NC,                    CC_BY_NC_SA",
        "CC_BY_SA CC_BY_NC_SA,                 CC_BY_NC_SA",
        "CC_BY CC_BY_ND,                       CC_BY_ND",
        "CC_BY_SA CC_BY_NC_ND,                 CC_BY_NC_ND",
        "CC_BY ALL_RIGHTS,                     ALL_RIGHTS",
        "CC_BY ALL_RIGHTS TEACHING_EXCEPTION,  TEACHING_EXCEPTION",
        "CC_BY NONE,                           LICENCE_UNKNOWN:2",
    })
    void whatHoldsForThemSideBySide(String licences, String expected) {
        assertEquals(expected, told(licences, Use.TOGETHER));
    }

    @Test
    void everyCreditStandsThereOnce() {
        var id = UUID.randomUUID();

        var both = Licensing.combine(
                List.of(
                        new Licensed(id, Licence.CC_BY, "“A”, Lan"),
                        new Licensed(id, Licence.CC_BY, "“A”, Lan"),
                        new Licensed(UUID.randomUUID(), Licence.CC0, "“B”, Minh")),
                Use.ADAPTED);

        assertEquals(List.of("“A”, Lan", "“B”, Minh"), both.attribution());
    }

    /// A fault with the places of the works in the list, from 1.
    private static String told(String licences, Use use) {
        var works = Arrays.stream(licences.strip().split(" +"))
                .map(name -> new Licensed(UUID.randomUUID(), name.equals("NONE") ? null : Licence.valueOf(name), name))
                .toList();
        var ids = works.stream().map(Licensed::materialId).toList();
        var combination = Licensing.combine(works, use);
        if (combination.licence() != null) {
            return combination.licence().name();
        }
        return combination.problems().stream()
                .map(problem -> problem.fault() + ":"
                        + problem.materialIds().stream()
                                .map(id -> String.valueOf(ids.indexOf(id) + 1))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
