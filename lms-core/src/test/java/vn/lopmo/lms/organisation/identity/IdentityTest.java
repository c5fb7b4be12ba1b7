package vn.lopmo.lms.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
    @ParameterizedTest
    @CsvSource({
        "Nguyễn Hoàng Bảo Ngọc, 2400000147, ngocnhb0147",
        "Đỗ Văn Đức, 2400001234, ducdv1234",
        "Y Ân, 2400000001, any0001",
        "Ơ, 2400000001, hso0001"
    })
    void aStudentsUsernameCanBeTypedAndRemembered(String name, String code, String username) {
        assertEquals(username, Usernames.ofStudent(name, code, taken -> false));
    }

    @Test
    void aTakenUsernameGetsANumber() {
        var taken = Set.of("maint0147", "maint0147-2");

        assertEquals("maint0147-3", Usernames.ofStudent("Nông Thị Mai", "2400000147", taken::contains));
        assertEquals("maint2", Usernames.ofStaff("Nông Thị Mai", "maint"::equals));
    }

    @Test
    void firstPasswordsCanBeReadFromPaper() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var password = FirstPasswords.next();
            assertTrue(password.matches("[a-km-z]+-[a-km-z]+-[2-9]{4}"), password);
            assertTrue(password.length() >= 8, password);
            seen.add(password);
        }
        assertTrue(seen.size() > 990);
    }

    @Test
    void whatIsSealedOpensForItsOwnerOnly() {
        var sealing = new Sealing("a".repeat(32));

        var sealed = sealing.seal("sen-xanh-4827", "maint0147");

        assertEquals("sen-xanh-4827", sealing.open(sealed, "maint0147"));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("sen"));
        assertThrows(IllegalStateException.class, () -> sealing.open(sealed, "another"));
        assertThrows(IllegalStateException.class, () -> new Sealing("b".repeat(32)).open(sealed, "maint0147"));
        assertThrows(IllegalArgumentException.class, () -> new Sealing("short"));
    }
}
