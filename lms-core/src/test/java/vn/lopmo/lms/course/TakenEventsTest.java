package vn.lopmo.lms.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.gradebook.ResultReleased;

/// What the other services promise in infra/contracts/events can be read here.
class TakenEventsTest {
    private static final Path EVENTS =
            Path.of(System.getProperty("lopmo.root", "..")).resolve("infra/contracts/events");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void aMaterialPublished() throws IOException {
        var event = example("content.material-published.v1", MaterialPublished.class);

        assertNotNull(event.materialId());
        assertNotNull(event.schoolId());
        assertFalse(event.title().isBlank());
        assertFalse(event.type().isBlank());
    }

    @Test
    void aMaterialWithdrawn() throws IOException {
        assertNotNull(example("content.material-withdrawn.v1", MaterialWithdrawn.class)
                .materialId());
    }

    @Test
    void aPaperAssigned() throws IOException {
        var event = example("assessment.paper-assigned.v1", PaperAssigned.class);

        assertNotNull(event.assignmentId());
        assertNotNull(event.maxMark());
        assertFalse(event.classIds().isEmpty());
        assertEquals(2, event.givenTo().size());
    }

    @Test
    void aResultReleased() throws IOException {
        var event = example("assessment.result-released.v1", ResultReleased.class);

        assertNotNull(event.sittingId());
        assertNotNull(event.releasedAt());
        assertFalse(event.items().isEmpty());
        assertEquals(
                0, event.items().stream().filter(item -> item.maxMark() == null).count());
    }

    private static <T> T example(String type, Class<T> as) throws IOException {
        var file = EVENTS.resolve(type + ".example.json");
        assumeTrue(Files.exists(file), "the producing service has not published its contract yet");
        return JSON.readValue(Files.readString(file), as);
    }
}
