package vn.lopmo.content.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.platform.event.DomainEvent;

class EventsTest {
    private static final Path EVENTS =
            Path.of(System.getProperty("lopmo.root", "..")).resolve("infra/contracts/events");
    private static final UUID SCHOOL = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    private static final UUID MATERIAL = UUID.fromString("0198f000-0000-7000-8000-000000000002");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void whatIsPublishedIsToldAsTheContractSays() throws IOException {
        mustKeepContract(new MaterialPublished(
                SCHOOL,
                MATERIAL,
                2,
                "Áp suất chất lỏng",
                MaterialType.BAI_GIANG,
                "khtn",
                List.of(8),
                Licence.CC_BY_SA,
                false,
                Instant.parse("2026-11-21T02:00:00Z")));
    }

    @Test
    void whatIsWithdrawnIsToldAsTheContractSays() throws IOException {
        mustKeepContract(new MaterialWithdrawn(
                SCHOOL, MATERIAL, "Hình ảnh chưa rõ nguồn", Instant.parse("2026-11-21T03:00:00Z")));
    }

    private void mustKeepContract(DomainEvent event) throws IOException {
        JsonNode example =
                json.readTree(EVENTS.resolve(event.type() + ".example.json").toFile());
        JsonNode schema =
                json.readTree(EVENTS.resolve(event.type() + ".schema.json").toFile());

        assertEquals(example, json.readTree(json.writeValueAsString(event)));
        assertEquals(names(example), names(schema.get("properties")));
        assertEquals(names(example).size(), schema.get("required").size());
        assertEquals(MATERIAL, event.key());
    }

    private static TreeSet<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
