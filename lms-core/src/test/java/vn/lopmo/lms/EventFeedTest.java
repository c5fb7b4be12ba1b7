package vn.lopmo.lms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import vn.lopmo.testkit.RealKafka;

/// Events that lie on Kafka together, on their way to a handler of many.
@QuarkusTest
@TestProfile(RealAccounts.class)
class EventFeedTest {
    private record Message(UUID id, String body) {
        static Message of(String word) {
            return new Message(UUID.randomUUID(), "{\"word\":\"" + word + "\"}");
        }
    }

    @Inject
    WordsHeard heard;

    @Test
    void areHandledTogetherAndOneByOneIfTheyFailTogether() throws Exception {
        var one = Message.of("một");

        send(List.of(one, Message.of("hai"), one, Message.of("ba")));
        await(() -> heard.kept().size() == 3);

        assertEquals(List.of(List.of("một", "hai", "ba")), heard.tries());

        var shy = new Message(UUID.randomUUID(), "{\"word\":\"thẹn\",\"shy\":true}");
        send(List.of(Message.of("bốn"), shy, one));
        await(() -> heard.kept().size() == 5);

        assertEquals(
                List.of(List.of("bốn", "thẹn"), List.of("bốn"), List.of("thẹn")),
                heard.tries().subList(1, 4));
        assertEquals(List.of(), heard.laidAside());

        send(List.of(Message.of("năm"), new Message(UUID.randomUUID(), "không đọc được"), Message.of("sáu")));
        await(() -> heard.kept().size() == 7);

        assertEquals(List.of("không đọc được"), heard.laidAside());
        assertTrue(heard.kept().containsAll(List.of("ba", "bốn", "hai", "một", "năm", "sáu", "thẹn")));
    }

    /// In one batch, which is read whole.
    private static void send(List<Message> messages) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealKafka.bootstrapServers(), "linger.ms", 1_000),
                new StringSerializer(),
                new StringSerializer())) {
            for (var message : messages) {
                var event = new ProducerRecord<>(WordsHeard.TYPE, 0, "key", message.body);
                event.headers().add("ce_id", message.id.toString().getBytes(StandardCharsets.UTF_8));
                event.headers().add("ce_time", Instant.now().toString().getBytes(StandardCharsets.UTF_8));
                producer.send(event);
            }
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!done.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "not heard in half a minute");
            Thread.sleep(50);
        }
    }
}
