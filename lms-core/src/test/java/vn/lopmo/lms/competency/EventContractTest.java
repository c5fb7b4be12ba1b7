package vn.lopmo.lms.competency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.lms.course.CoursePublished;
import vn.lopmo.lms.learning.LessonCompleted;
import vn.lopmo.platform.event.DomainEvent;

/// What this service sends and takes fits the contracts in infra/contracts/events.
class EventContractTest {
    private static final Path EVENTS =
            Path.of(System.getProperty("lopmo.root", "..")).resolve("infra/contracts/events");
    private static final UUID ANY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @ParameterizedTest
    @ValueSource(strings = {"lms.course-published.v1", "lms.lesson-completed.v1", "competency.attained.v1"})
    void theExampleFitsTheSchema(String type) throws IOException {
        assertFits(type, JSON.readTree(Files.readString(EVENTS.resolve(type + ".example.json"))));
    }

    @Test
    void whatIsSentFitsTheSchema() throws IOException {
        assertSent(new CoursePublished(ANY, ANY, ANY, 1, "Bài 16", List.of(ANY), NOW));
        assertSent(new LessonCompleted(ANY, ANY, ANY, 1, ANY, "Bài 16", List.of("1.1.TC2a"), NOW));
        assertSent(new CompetencyAttained(ANY, ANY, "1.1", "TC2", "1.1.TC2a", NOW));
        assertSent(new CompetencyAttained(ANY, ANY, "1.1", "TC2", null, NOW));
    }

    @Test
    void aFinishedLessonIsReadBackAsItWasSent() throws IOException {
        var example = JSON.readTree(Files.readString(EVENTS.resolve("lms.lesson-completed.v1.example.json")));

        assertEquals(example, JSON.valueToTree(JSON.treeToValue(example, LessonCompleted.class)));
    }

    private static void assertSent(DomainEvent event) throws IOException {
        assertFits(event.type(), JSON.valueToTree(event));
    }

    private static void assertFits(String type, JsonNode body) throws IOException {
        assertEquals(Set.of(), schema(type).validate(body));
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")));
    }
}
