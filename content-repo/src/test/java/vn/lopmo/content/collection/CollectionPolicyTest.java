package vn.lopmo.content.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.content.collection.Collection.Face;
import vn.lopmo.content.collection.Collection.Kind;
import vn.lopmo.content.collection.CollectionPolicy.Verb;
import vn.lopmo.content.material.Readership;
import vn.lopmo.content.material.Visibility;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class CollectionPolicyTest {
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID CLASS_8A = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    /// Letters: s may start one, r read, e edit; - may not. The columns: a collection for the school, one for staff, a
    /// reading list for class 8A. OWNER is a teacher who started them; "8A" learns there.
    @ParameterizedTest
    @CsvSource({
        "LIBRARIAN, sre, sre, sre",
        "HEAD,      sre, sre, sre",
        "ADMIN,     sre, sre, sre",
        "OWNER,     -r-, -r-, sre",
        "TEACHER,   -r-, -r-, s--",
        "8A,        -r-, ---, -r-",
        "STUDENT,   -r-, ---, ---",
        "GUARDIAN,  -r-, ---, ---",
        "OFFICER,   -r-, ---, ---"
    })
    void whoMayDoWhat(String who, String school, String staff, String list) {
        var reader = reader(who);

        assertEquals(school, rights(reader, Kind.COLLECTION, Visibility.SCHOOL));
        assertEquals(staff, rights(reader, Kind.COLLECTION, Visibility.STAFF));
        assertEquals(list, rights(reader, Kind.READING_LIST, Visibility.CLASSES));
    }

    private static String rights(Readership reader, Kind kind, Visibility visibility) {
        var face = new Face("Đọc hè", "", visibility, List.of(CLASS_8A));
        var collection = Collection.started(kind, SCHOOL, OWNER, face, null, 0, NOW);
        return (CollectionPolicy.mayStart(reader.mustHaveAccount(), kind) ? "s" : "-")
                + (CollectionPolicy.allows(reader, Verb.READ, collection) ? "r" : "-")
                + (CollectionPolicy.allows(reader, Verb.EDIT, collection) ? "e" : "-");
    }

    private static Readership reader(String who) {
        return switch (who) {
            case "OWNER" -> Readership.of(new Caller(OWNER, SCHOOL, Set.of(Role.TEACHER)), Set.of(), NOW);
            case "8A" -> Readership.of(caller(Role.STUDENT), Set.of(CLASS_8A), NOW);
            default -> Readership.of(caller(Role.valueOf(who)), Set.of(), NOW);
        };
    }

    private static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), SCHOOL, Set.of(role));
    }
}
