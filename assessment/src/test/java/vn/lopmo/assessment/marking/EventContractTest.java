package vn.lopmo.assessment.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lopmo.assessment.paper.PaperAssigned;
import vn.lopmo.platform.event.DomainEvent;

/// What this service tells others is what `infra/contracts/events` says.
class EventContractTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest
    @ValueSource(classes = {PaperAssigned.class, ResultReleased.class})
    void theExampleIsWrittenAsItIsRead(Class<? extends DomainEvent> type) throws IOException {
        var name = type == PaperAssigned.class ? "assessment.paper-assigned.v1" : "assessment.result-released.v1";
        var example = contract(name + ".example.json");

        var event = JSON.treeToValue(example, type);

        assertEquals(name, event.type());
        assertEquals(example, JSON.readTree(JSON.writeValueAsString(event)));
        var schema = contract(name + ".schema.json");
        assertEquals(names(schema.get("properties")), names(example));
        schema.get("required").forEach(field -> assertTrue(example.has(field.textValue())));
    }

    private static JsonNode contract(String file) throws IOException {
        return JSON.readTree(Path.of(System.getProperty("lopmo.root"), "infra/contracts/events", file)
                .toFile());
    }

    private static Set<String> names(JsonNode node) {
        var names = new HashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
