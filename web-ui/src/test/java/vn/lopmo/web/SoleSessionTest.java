package vn.lopmo.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoleSessionTest {
    @Test
    void everyCookieThatCouldBeTakenForASessionIsFound() {
        assertEquals(List.of("a"), SoleSession.sessionsIn(List.of("q_session=a; other=b")));
        assertEquals(List.of("a"), SoleSession.sessionsIn(List.of("q_session=a; q_session=a")));
        assertEquals(
                List.of("planted", "a", "part"),
                SoleSession.sessionsIn(List.of("q_session=planted; x=1; q_session=a", "q_session_chunk_1=part")));
        assertEquals(List.of(), SoleSession.sessionsIn(List.of("q_auth_1=a")));
    }
}
