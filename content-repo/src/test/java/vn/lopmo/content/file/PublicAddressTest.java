package vn.lopmo.content.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.platform.refusal.Refusal;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x.pdf",
                "http://localhost:8102/materials",
                "http://[::1]/x",
                "http://[::ffff:127.0.0.1]/x",
                "http://[::ffff:10.0.0.1]/x",
                "http://0.0.0.0/x",
                "http://10.1.2.3/x",
                "http://172.16.0.1/x",
                "http://192.168.1.5/x",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/x",
                "http://198.18.0.1/x",
                "http://192.0.2.7/x",
                "http://224.0.0.1/x",
                "http://255.255.255.255/x",
                "http://2130706433/x",
                "http://[fe80::1]/x",
                "http://[fd00::1]/x",
                "http://[2002:7f00:1::]/x",
                "http://[2001::1]/x",
                "http://[64:ff9b::7f00:1]/x",
            })
    void whatLeadsIntoAPrivateNetworkIsNotFollowed(String link) {
        var refused = assertThrows(Refusal.Invalid.class, () -> PublicAddress.of(link, false));

        assertEquals("link-not-public", refused.slug(), link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x.pdf",
                "ftp://example.com/x",
                "file:///etc/passwd",
                "http://a:b@1.1.1.1/",
                "http:///x",
                "jar:http://1.1.1.1!/"
            })
    void whatIsNoLinkOfTheWebIsRefused(String link) {
        var refused = assertThrows(Refusal.Invalid.class, () -> PublicAddress.of(link, false));

        assertEquals("link-broken", refused.slug(), link);
    }

    @Test
    void aPublicAddressIsFollowed() throws UnknownHostException {
        var address = PublicAddress.of("https://1.1.1.1/a/b.pdf?x=1", false);

        assertEquals(443, address.port());
        assertEquals("/a/b.pdf?x=1", address.target());
        assertTrue(PublicAddress.isPublic(InetAddress.getByName("2606:4700:4700::1111")));
        assertEquals(8080, PublicAddress.of("http://127.0.0.1:8080", true).port());
    }
}
