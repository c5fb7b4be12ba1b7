package vn.lopmo.lms.privacy;

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
import vn.lopmo.lms.organisation.KeptLongEnough;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.event.DomainEvent;

/// What is told of people fits the contracts in infra/contracts/events.
class PersonEventsTest {
    private static final Path EVENTS =
            Path.of(System.getProperty("lopmo.root", "..")).resolve("infra/contracts/events");
    private static final UUID ANY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @ParameterizedTest
    @ValueSource(strings = {"lms.person-erased.v1", "lms.person-export-asked.v1", "lms.person-kept-long-enough.v1"})
    void theExampleFitsTheSchema(String type) throws IOException {
        assertFits(type, JSON.readTree(Files.readString(EVENTS.resolve(type + ".example.json"))));
    }

    @Test
    void whatIsSentFitsTheSchema() throws IOException {
        assertSent(new PersonErased(ANY, ANY, NOW));
        assertSent(new KeptLongEnough(ANY, ANY, KeptLongEnough.Matter.READING, NOW));
        assertSent(new ExportAsked(ANY, ANY, ANY, List.of(ANY)));
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
