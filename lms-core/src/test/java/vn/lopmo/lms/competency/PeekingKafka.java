package vn.lopmo.lms.competency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lopmo.testkit.RealKafka;

/// The other services' end of Kafka, for tests.
public final class PeekingKafka {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PeekingKafka() {}

    public static void send(String type, UUID key, Map<String, ?> body) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealKafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var message = new ProducerRecord<>(type, key.toString(), JSON.writeValueAsString(body));
            message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
            message.headers().add("ce_time", Instant.now().toString().getBytes(StandardCharsets.UTF_8));
            producer.send(message);
            producer.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// All events of a type and key: waits for `least`, then a little longer for one too many.
    static List<String> events(String type, UUID key, int least) {
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", RealKafka.bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(type));
            var end = Instant.now().plus(PATIENCE);
            while (found.size() < least && Instant.now().isBefore(end)) {
                take(consumer, key, found);
            }
            var quiet = Instant.now().plus(QUIET);
            while (Instant.now().isBefore(quiet)) {
                take(consumer, key, found);
            }
        }
        return found;
    }

    private static void take(KafkaConsumer<String, String> consumer, UUID key, List<String> found) {
        for (var message : consumer.poll(Duration.ofMillis(300))) {
            if (key.toString().equals(message.key())) {
                found.add(message.value());
            }
        }
    }
}
