package vn.lopmo.content.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.content.material.MaterialPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class MaterialPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    /// Letters: r may read, e edit, p publish; - may not.
    @ParameterizedTest
    @CsvSource({
        "LIBRARIAN, DRAFT,       rep", "LIBRARIAN, PUBLISHED, rep", "LIBRARIAN, STAFF, rep",
                "LIBRARIAN, WITHDRAWN, rep",
        "HEAD,      DRAFT,       rep", "HEAD,      PUBLISHED, rep", "HEAD,      STAFF, rep",
                "HEAD,      WITHDRAWN, rep",
        "ADMIN,     DRAFT,       rep", "ADMIN,     PUBLISHED, rep", "ADMIN,     STAFF, rep",
                "ADMIN,     WITHDRAWN, rep",
        "TEACHER,   DRAFT,       ---", "TEACHER,   PUBLISHED, r--", "TEACHER,   STAFF, r--",
                "TEACHER,   WITHDRAWN, ---",
        "OWNER,     DRAFT,       re-", "OWNER,     PUBLISHED, r--", "OWNER,     STAFF, r--",
                "OWNER,     WITHDRAWN, r--",
        "STUDENT,   DRAFT,       ---", "STUDENT,   PUBLISHED, r--", "STUDENT,   STAFF, ---",
                "STUDENT,   WITHDRAWN, ---",
        "GUARDIAN,  DRAFT,       ---", "GUARDIAN,  PUBLISHED, r--", "GUARDIAN,  STAFF, ---",
                "GUARDIAN,  WITHDRAWN, ---",
        "OFFICER,   DRAFT,       ---", "OFFICER,   PUBLISHED, r--", "OFFICER,   STAFF, ---", "OFFICER,   WITHDRAWN, ---"
    })
    void whoMayDoWhat(String who, String state, String rights) {
        var caller = who.equals("OWNER")
                ? new Caller(OWNER, SCHOOL, Set.of(Role.TEACHER))
                : new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.valueOf(who)));
        var material = material(state);

        var found = sign(caller, Verb.READ, material, "r")
                + sign(caller, Verb.EDIT, material, "e")
                + sign(caller, Verb.PUBLISH, material, "p");

        assertEquals(rights, found);
    }

    private static String sign(Caller caller, Verb verb, Material material, String yes) {
        return MaterialPolicy.allows(caller, verb, material) ? yes : "-";
    }

    private static Material material(String state) {
        var licence = state.equals("STAFF") ? Licence.TEACHING_EXCEPTION : Licence.CC_BY;
        var metadata = new Metadata(
                "Từ trường",
                "",
                MaterialType.BAI_GIANG,
                "vat-li",
                List.of(11),
                "",
                "Tổ Vật lí",
                licence,
                "",
                List.of(),
                List.of());
        var material = Material.drafted(SCHOOL, OWNER, metadata, NOW);
        if (!state.equals("DRAFT")) {
            material.publish(List.of(), OWNER, NOW);
        }
        if (state.equals("WITHDRAWN")) {
            material.withdraw("thử", NOW);
        }
        return material;
    }
}
