package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageOriginsTest {
    private static final String NAME = "0123456789abcdef0123456789abcdef";
    private final Hosts hosts = new Hosts(Set.of("lop.truong.example"));
    private final PackageOrigins plain = new PackageOrigins(hosts, 8001, null);
    private final PackageOrigins named = new PackageOrigins(hosts, 8001, "https://{package}.hoc-lieu.example");

    @ParameterizedTest
    @CsvSource({
        "localhost:8000, http://{package}.localhost:8001, http://*.localhost:8001",
        "192.168.1.5:8000, http://192.168.1.5:8001, http://192.168.1.5:8001",
        "may-chu.local, http://may-chu.local:8001, http://may-chu.local:8001",
        "'[fe80::1]:8000', 'http://[fe80::1]:8001', 'http://[fe80::1]:8001'"
    })
    void packagesAreShownBesideTheAppNeverUnderItsOrigin(String host, String address, String frames) {
        assertEquals(address, plain.address(host, false));
        assertEquals(frames, plain.frames(host, false));
    }

    @Test
    void aSchoolWithAWildcardNameShowsThemThere() {
        assertEquals("https://{package}.hoc-lieu.example", named.address("lop.truong.example", true));
        assertEquals("https://*.hoc-lieu.example", named.frames("lop.truong.example", true));
    }

    @Test
    void eachPackageHasANameWhereThereAreNames() {
        assertEquals(
                List.of(NAME), plain.nameIn(NAME + ".localhost:8001").stream().toList());
        assertEquals(
                List.of(NAME), named.nameIn(NAME + ".hoc-lieu.example").stream().toList());
        assertEquals(
                List.of(PackageOrigins.SHARED),
                plain.nameIn("192.168.1.5:8001").stream().toList());
        for (var host : List.of(
                "localhost:8001", NAME + ".evil.example", "evil.example", "a.localhost:8001", NAME + ".may-chu", "")) {
            assertEquals(List.of(), plain.nameIn(host).stream().toList(), host);
        }
        assertEquals(List.of(), named.nameIn("192.168.1.5:8001").stream().toList(), "names it has are used");
    }
}
