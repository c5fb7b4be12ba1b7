package vn.lopmo.content.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lopmo.content.roster.MembershipChanged.Part;

/// What lms-core tells is what this service reads.
class TakenEventsTest {
    @Test
    void aMembershipIsReadAsTheContractTellsIt() throws IOException {
        var example = Path.of(System.getProperty("lopmo.root", ".."))
                .resolve("infra/contracts/events/lms.membership-changed.v1.example.json");

        var event = new ObjectMapper().readValue(example.toFile(), MembershipChanged.class);

        assertEquals("6A", event.className());
        assertEquals(6, event.grade());
        assertEquals(Part.STUDENT, event.role());
        assertTrue(event.active());
    }
}
