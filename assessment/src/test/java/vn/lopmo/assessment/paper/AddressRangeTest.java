package vn.lopmo.assessment.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.platform.refusal.Refusal;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        // range, address, inside
        "10.0.3.0/24,    10.0.3.1,          true",
        "10.0.3.0/24,    10.0.3.255,        true",
        "10.0.3.0/24,    10.0.4.0,          false",
        "10.0.3.77/24,   10.0.3.1,          true",
        "192.168.1.7,    192.168.1.7,       true",
        "192.168.1.7,    192.168.1.8,       false",
        "172.16.0.0/12,  172.31.255.254,    true",
        "172.16.0.0/12,  172.32.0.1,        false",
        "10.0.0.0/8,     10.255.255.255,    true",
        "10.0.0.0/8,     fc00::1,           false",
        "fc00::/7,       fd12::1,           true",
        "2001:db8::/32,  2001:db8:1::9,     true",
        "2001:db8::/32,  2001:db9::1,       false",
        "fe80::/10,      fe80::1%eth0,      true",
        "::1,            [::1],             true",
        "10.0.3.0/24,    ::ffff:10.0.3.9,   true"
    })
    void anAddressIsInItsRange(String range, String address, boolean inside) {
        assertEquals(inside, AddressRange.of(range).has(AddressRange.address(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.0.3",
                "10.0.3.0/33",
                "10.0.3.0/-1",
                "10.0.3.0/x",
                "256.1.1.1",
                "máy 3",
                "localhost",
                "2001:db8::/129",
                "1::2::3"
            })
    void whatIsNoAddressIsRefusedAndNobodyIsAskedForIt(String text) {
        assertThrows(Refusal.Invalid.class, () -> AddressRange.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "128.0.0.0/1", "10.0.0.0/7", "::/0", "2000::/3"})
    void theWholeInternetIsNoComputerRoom(String text) {
        var refused = assertThrows(Refusal.Invalid.class, () -> AddressRange.of(text));
        assertEquals("address-too-wide", refused.slug());
    }
}
