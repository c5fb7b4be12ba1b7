package vn.lopmo.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.lopmo.platform.sql.Rows;

/// Which events were handled. Used inside the handler's transaction.
@ApplicationScoped
class Inbox {
    private static final String TAKE = "insert into inbox (event_id, type)"
            + " select id, ? from unnest(?) as told (id) on conflict do nothing returning event_id";

    private final Rows rows;

    Inbox(Rows rows) {
        this.rows = rows;
    }

    boolean isNew(UUID eventId, String type) {
        return rows.change("insert into inbox (event_id, type) values (?, ?) on conflict do nothing", eventId, type)
                == 1;
    }

    /// @return those of the events that were not handled before
    Set<UUID> newOf(Collection<UUID> eventIds, String type) {
        return Set.copyOf(rows.list(TAKE, row -> row.uuid(1), type, eventIds.toArray(UUID[]::new)));
    }

    void layAside(ConsumerRecord<String, String> message) {
        var headers = new StringBuilder();
        message.headers().forEach(header -> headers.append(header.key())
                .append('=')
                .append(new String(header.value(), StandardCharsets.UTF_8))
                .append('\n'));
        rows.change(
                "insert into dead_letter (topic, partition, position, key, headers, body)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                headers.toString(),
                message.value());
    }
}
