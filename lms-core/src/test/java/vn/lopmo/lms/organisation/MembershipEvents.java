package vn.lopmo.lms.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.lopmo.testkit.RealKafka;

/// Membership events as another service finds them on Kafka, each held against the contract.
final class MembershipEvents {
    static final String TYPE = "lms.membership-changed.v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private MembershipEvents() {}

    /// Waits for that many events of a school.
    static List<JsonNode> read(UUID schoolId, int count) throws IOException {
        var found = new ArrayList<JsonNode>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", RealKafka.bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TYPE));
            while (found.size() < count && System.nanoTime() < end) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    var body = JSON.readTree(message.value());
                    if (body.get("schoolId").asText().equals(schoolId.toString())) {
                        found.add(body);
                    }
                }
            }
        }
        return found;
    }

    /// What of the contract an event breaks; nothing, one hopes.
    static List<String> faults(JsonNode event) throws IOException {
        return schema().validate(event).stream().map(Object::toString).toList();
    }

    static JsonNode example() throws IOException {
        return JSON.readTree(Files.readString(contract("example")));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(contract("schema")));
    }

    private static Path contract(String kind) {
        return Path.of(System.getProperty("lopmo.root"), "infra/contracts/events", TYPE + "." + kind + ".json");
    }
}
