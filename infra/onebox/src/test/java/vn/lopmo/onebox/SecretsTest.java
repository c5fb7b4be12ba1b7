package vn.lopmo.onebox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
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

    @Test
    void processesThatAskAtTheSameTimeHearTheSame(@TempDir Path data) throws IOException, InterruptedException {
        var asking = new ArrayList<Process>();
        for (int n = 0; n < 4; n++) {
            asking.add(another(data));
        }

        var heard = new HashSet<String>();
        for (var process : asking) {
            heard.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, process.waitFor());
        }

        assertEquals(1, heard.size());
        assertEquals(Asking.NAMES, heard.iterator().next().lines().count());
    }

    private static Process another(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Asks for many secrets and tells them.
    static final class Asking {
        static final int NAMES = 50;

        private Asking() {}

        public static void main(String[] words) {
            var secrets = Secrets.in(Path.of(words[0]));
            for (int n = 0; n < NAMES; n++) {
                System.out.println(secrets.get("secret." + n));
            }
        }
    }
}
