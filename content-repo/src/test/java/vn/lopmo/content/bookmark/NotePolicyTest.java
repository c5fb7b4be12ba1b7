package vn.lopmo.content.bookmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lopmo.content.file.FileAccess;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

class NotePolicyTest {
    private static final UUID WRITER = UUID.randomUUID();
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "STUDENT,   true,  true,  true",
        "STUDENT,   false, true,  false",
        "STUDENT,   true,  false, false",
        "TEACHER,   false, true,  false",
        "LIBRARIAN, false, true,  false",
        "HEAD,      false, true,  false",
        "GUARDIAN,  false, true,  false",
        "ADMIN,     false, true,  false",
    })
    void aNoteIsForWhoWroteIt(Role role, boolean writer, boolean ownSchool, boolean may) {
        var caller =
                new Caller(writer ? WRITER : UUID.randomUUID(), ownSchool ? SCHOOL : UUID.randomUUID(), Set.of(role));

        assertEquals(may, NotePolicy.isOwn(caller, note()));
    }

    @Test
    void toOthersItIsNotThere() {
        var admin = new Caller(UUID.randomUUID(), SCHOOL, Set.of(Role.ADMIN));

        assertThrows(Refusal.NotFound.class, () -> NotePolicy.check(admin, note()));
    }

    private static Note note() {
        var file = new FileAccess.Readable(UUID.randomUUID(), SCHOOL, UUID.randomUUID(), "application/pdf", 1);
        return Note.written(
                new Caller(WRITER, SCHOOL, Set.of(Role.STUDENT)), file, new Note.Words(3, null, "Hỏi cô"), NOW);
    }
}
