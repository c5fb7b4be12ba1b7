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
    private static final UUID CLASS_8A = UUID.randomUUID();
    private static final UUID CLASS_8B = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    /// Letters: r may read, e edit, p publish, d discard and take back; - may not. The columns: a draft; published for
    /// all with a licence, for the school, for staff, for class 8A, not yet, no more; withdrawn; a draft put away.
    /// "8A" learns there, "TEACHES" teaches there, "8B" learns next door, "NOBODY" has no account.
    @ParameterizedTest
    @CsvSource({
        "LIBRARIAN, repd, repd, repd, repd, repd, repd, repd, repd, repd",
        "HEAD,      repd, repd, repd, repd, repd, repd, repd, repd, repd",
        "ADMIN,     repd, repd, repd, repd, repd, repd, repd, repd, repd",
        "OWNER,     re-d, r---, r---, r---, r---, r---, r---, r---, r--d",
        "TEACHER,   ----, r---, r---, r---, ----, ----, ----, ----, ----",
        "TEACHES,   ----, r---, r---, r---, r---, ----, ----, ----, ----",
        "8A,        ----, r---, r---, ----, r---, ----, ----, ----, ----",
        "8B,        ----, r---, r---, ----, ----, ----, ----, ----, ----",
        "GUARDIAN,  ----, r---, r---, ----, ----, ----, ----, ----, ----",
        "OFFICER,   ----, r---, r---, ----, ----, ----, ----, ----, ----",
        "NOBODY,    ----, r---, ----, ----, ----, ----, ----, ----, ----"
    })
    void whoMayDoWhat(
            String who,
            String draft,
            String open,
            String school,
            String staff,
            String classes,
            String future,
            String past,
            String withdrawn,
            String discarded) {
        var reader = reader(who);

        assertEquals(draft, rights(reader, Material.drafted(SCHOOL, OWNER, for8A(Visibility.OPEN), NOW)));
        assertEquals(open, rights(reader, published(for8A(Visibility.OPEN))));
        assertEquals(school, rights(reader, published(for8A(Visibility.SCHOOL))));
        assertEquals(staff, rights(reader, published(for8A(Visibility.STAFF))));
        assertEquals(classes, rights(reader, published(for8A(Visibility.CLASSES))));
        assertEquals(
                future,
                rights(
                        reader,
                        published(open().availableFrom(NOW.plusSeconds(1)).done())));
        assertEquals(past, rights(reader, published(open().availableUntil(NOW).done())));
        assertEquals(withdrawn, rights(reader, withdrawn()));
        assertEquals(discarded, rights(reader, discarded()));
    }

    private static Material discarded() {
        var material = Material.drafted(SCHOOL, OWNER, for8A(Visibility.OPEN), NOW);
        material.discard(NOW);
        return material;
    }

    private static String rights(Readership reader, Material material) {
        return sign(reader, Verb.READ, material, "r")
                + sign(reader, Verb.EDIT, material, "e")
                + sign(reader, Verb.PUBLISH, material, "p")
                + sign(reader, Verb.DISCARD, material, "d");
    }

    private static String sign(Readership reader, Verb verb, Material material, String yes) {
        return MaterialPolicy.allows(reader, verb, material) ? yes : "-";
    }

    private static Readership reader(String who) {
        return switch (who) {
            case "NOBODY" -> Readership.ofAnybody(NOW);
            case "OWNER" -> Readership.of(new Caller(OWNER, SCHOOL, Set.of(Role.TEACHER)), Set.of(), NOW);
            case "TEACHES" -> Readership.of(caller(Role.TEACHER), Set.of(CLASS_8A), NOW);
            case "8A" -> Readership.of(caller(Role.STUDENT), Set.of(CLASS_8A), NOW);
            case "8B" -> Readership.of(caller(Role.STUDENT), Set.of(CLASS_8B), NOW);
            default -> Readership.of(caller(Role.valueOf(who)), Set.of(), NOW);
        };
    }

    private static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));
    }

    private static Metadata for8A(Visibility visibility) {
        return open().visibility(visibility).classIds(List.of(CLASS_8A)).done();
    }

    private static MetadataEdit open() {
        return MetadataTest.complete("Từ trường").edit().visibility(Visibility.OPEN);
    }

    private static Material published(Metadata metadata) {
        var material = Material.drafted(SCHOOL, OWNER, metadata, NOW);
        material.publish(List.of(), List.of(), OWNER, "", NOW);
        return material;
    }

    private static Material withdrawn() {
        var material = published(for8A(Visibility.SCHOOL));
        material.withdraw("thử", NOW);
        return material;
    }
}
