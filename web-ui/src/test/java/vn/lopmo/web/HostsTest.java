package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {
    private final Hosts hosts = new Hosts(Set.of("hoc.truong.example"));

    @ParameterizedTest
    @CsvSource({
        "localhost:8000, true",
        "192.168.1.20:8000, true",
        "'[fe80::1]:8000', true",
        "may-chu, true",
        "may-chu.local:8000, true",
        "hoc.truong.example, true",
        "evil.example, false",
        "hoc.truong.example.evil.example, false",
        "'', false"
    })
    void onlyNamesOfThisServerAreAnswered(String host, boolean allowed) {
        assertEquals(allowed, hosts.allow(host));
    }
}
