package vn.lopmo.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Which events were handled. Used inside the handler's transaction.
@ApplicationScoped
class Inbox {
    private final EntityManager database;

    Inbox(EntityManager database) {
        this.database = database;
    }

    boolean isNew(UUID eventId, String type) {
        return database.createNativeQuery(
                                "insert into inbox (event_id, type) values (:id, :type) on conflict do nothing")
                        .setParameter("id", eventId)
                        .setParameter("type", type)
                        .executeUpdate()
                == 1;
    }

    void layAside(ConsumerRecord<String, String> message) {
        var headers = new StringBuilder();
        message.headers().forEach(header -> headers.append(header.key())
                .append('=')
                .append(new String(header.value(), StandardCharsets.UTF_8))
                .append('\n'));
        database.createNativeQuery("insert into dead_letter (topic, partition, position, key, headers, body)"
                        + " values (:topic, :partition, :position, :key, :headers, :body) on conflict do nothing")
                .setParameter("topic", message.topic())
                .setParameter("partition", message.partition())
                .setParameter("position", message.offset())
                .setParameter("key", message.key())
                .setParameter("headers", headers.toString())
                .setParameter("body", message.value())
                .executeUpdate();
    }
}
