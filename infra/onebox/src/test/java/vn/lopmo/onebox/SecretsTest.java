package vn.lopmo.onebox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @Test
    void aSecretIsMadeOnceAndFoundAgainByTheNextStart(@TempDir Path data) {
        String made = Secrets.in(data).get("db.lms");

        String found = Secrets.in(data).get("db.lms");

        assertEquals(made, found);
        assertTrue(made.matches("[A-Za-z2-9]{32}"), made);
    }

    @Test
    void whatAnotherProcessMadeMeanwhileIsNotMadeAgain(@TempDir Path data) {
        var early = Secrets.in(data);
        String made = Secrets.in(data).get("keycloak.admin");

        String found = early.get("keycloak.admin");

        assertEquals(made, found);
    }

    @Test
    void onlyItsOwnerMayReadTheFile(@TempDir Path data) throws IOException {
        Secrets.in(data).code("setup.code");

        var mode = Files.getPosixFilePermissions(data.resolve("secrets.properties"));

        assertEquals("rw-------", PosixFilePermissions.toString(mode));
    }

    @Test
    void aKeyHasThirtyTwoBytes(@TempDir Path data) {
        assertEquals(32, Base64.getDecoder().decode(Secrets.in(data).key("lms.key")).length);
    }
}
