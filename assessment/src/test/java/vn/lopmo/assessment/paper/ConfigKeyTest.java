package vn.lopmo.assessment.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigKeyTest {
    /// The published key of a browser without any settings: SHA-256 of `{}`… as its makers give it.
    private static final String EMPTY = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945";

    @Test
    void theKeyIsAppendedToTheAddressAndHashed() {
        // printf %s "https://lop.truong.vn/lam-bai/1$EMPTY" | sha256sum
        assertEquals(
                "f670cbbeb64e9baa31317006ae846fa1b7e4721206768c66033e0e211b44eb2e",
                ConfigKey.hash("https://lop.truong.vn/lam-bai/1", EMPTY));
        // the key itself is the hash of the settings as JSON, of which there are none
        assertEquals(EMPTY, ConfigKey.hash("[]", ""));
    }

    @ParameterizedTest
    @CsvSource({
        // the page as it is told, the page of which the browser made the hash, whether he is let in
        "https://lop.truong.vn/bai,          https://lop.truong.vn/bai,           true",
        "https://lop.truong.vn/bai#cau-2,    https://lop.truong.vn/bai,           true",
        "https://lop.truong.vn/bai/,         https://lop.truong.vn/bai,           true",
        "https://lop.truong.vn/bai,          https://lop.truong.vn/bai/,          true",
        "https://lop.truong.vn/bai,          https://lop.truong.vn:443/bai,       true",
        "https://lop.truong.vn:443/bai,      https://lop.truong.vn/bai,           true",
        "http://lop.truong.vn:8080/bai,      http://lop.truong.vn/bai,            true",
        "http://lop.truong.vn/bai,           https://lop.truong.vn/bai,           true",
        "https://LOP.truong.vn/bai,          https://lop.truong.vn/bai,           true",
        "https://lop.truong.vn/bai?x=1,      https://lop.truong.vn/bai?x=1,       true",
        "https://lop.truong.vn/bai?x=1,      https://lop.truong.vn/bai,           false",
        "https://lop.truong.vn/bai,          https://lop.truong.vn/khac,          false",
        "https://khac.vn/bai,                https://khac.vn/bai,                 false",
        "https://lop.truong.vn@khac.vn/bai,  https://lop.truong.vn@khac.vn/bai,   false",
        "file:///etc/passwd,                 file:///etc/passwd,                  false",
        "khong phai,                         khong phai,                          false"
    })
    void honestLearnersAreLetIn(String told, String hashed, boolean in) {
        var hash = ConfigKey.hash(hashed, EMPTY);

        assertEquals(in, ConfigKey.proves(List.of("f".repeat(64), EMPTY), told, hash, List.of("lop.truong.vn")));
        assertEquals(false, ConfigKey.proves(List.of("f".repeat(64)), told, hash, List.of("lop.truong.vn")));
    }

    @Test
    void nothingProvesNothing() {
        assertEquals(false, ConfigKey.proves(List.of(EMPTY), null, "x", List.of("lop.truong.vn")));
        assertEquals(false, ConfigKey.proves(List.of(EMPTY), "https://lop.truong.vn/", null, List.of("lop.truong.vn")));
    }
}
