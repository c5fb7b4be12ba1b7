package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedTest {
    @Test
    void theAddressThatTheProxySawIsTheLastOne() {
        assertEquals("203.0.113.9", Forwarded.last(List.of("203.0.113.9")));
        assertEquals("203.0.113.9", Forwarded.last(List.of("10.0.3.7, 203.0.113.9")));
    }

    @Test
    void aBrowsersOwnLineIsNotBelievedBeforeTheProxys() {
        assertEquals("203.0.113.9", Forwarded.last(List.of("10.0.3.7", "203.0.113.9")));
        assertEquals("203.0.113.9", Forwarded.last(List.of("10.0.3.7, 10.0.3.8", "10.0.3.9,203.0.113.9 ")));
    }

    @Test
    void whereTheProxySaysNothingTheConnectionSpeaks() {
        assertNull(Forwarded.last(List.of()));
        assertNull(Forwarded.last(List.of("")));
    }
}
