package vn.lopmo.assessment.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

class RoomPolicyTest {
    private static final List<UUID> NAMED = List.of(Fixtures.PERSON);
    private static final List<UUID> NOT_NAMED = List.of();
    private final Assignment assignment =
            Fixtures.anAssignment(Instant.parse("2026-11-02T01:00:00Z"), Instant.parse("2026-11-02T02:00:00Z"), 15);

    @ParameterizedTest
    @CsvSource({
        // role, watches: leading it, named, neither
        "TEACHER,   true,  true,  false",
        "HEAD,      true,  true,  false",
        "ADMIN,     true,  true,  false",
        "STUDENT,   false, false, false",
        "LIBRARIAN, false, false, false",
        "GUARDIAN,  false, false, false",
        "OFFICER,   false, false, false"
    })
    void aRoomIsForThoseWhoLeadAndTheInvigilatorsTheyName(Role role, boolean leading, boolean named, boolean neither) {
        var caller = Fixtures.a(role);

        assertEquals(leading, RoomPolicy.mayWatch(caller, assignment, true, NOT_NAMED));
        assertEquals(named, RoomPolicy.mayWatch(caller, assignment, false, NAMED));
        assertEquals(neither, RoomPolicy.mayWatch(caller, assignment, false, NOT_NAMED));
        var stranger = new Caller(Fixtures.PERSON, UUID.randomUUID(), Set.of(role));
        assertEquals(false, RoomPolicy.mayWatch(stranger, assignment, false, NAMED));
    }
}
