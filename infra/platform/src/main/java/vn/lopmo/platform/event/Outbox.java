package vn.lopmo.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// Where events wait for Kafka: rows written in the transaction of the change, so that a change and its event are one.
@ApplicationScoped
public class Outbox {
    private static final String INSERT = "insert into outbox (id, type, key, body, happened_at)"
            + " select id, type, key, cast(body as jsonb), cast(? as timestamptz)"
            + " from unnest(?, ?, ?, ?) with ordinality as told (id, type, key, body, place) order by place";

    private final EntityManager database;
    private final Rows rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    Outbox(
            EntityManager database,
            Rows rows,
            ObjectMapper json,
            Clock clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.relay = relay;
        this.transaction = transaction;
    }

    /// Goes out after the caller's transaction commits, and never if it does not.
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        publishAll(List.of(event));
    }

    /// In the order given, by one statement. What entities have to write is written first, so that a row that ends
    /// here is out of the way of the one that begins after it.
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(Collection<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        database.flush();
        var now = clock.instant();
        rows.change(
                INSERT,
                now,
                events.stream().map(unused -> Ids.next(now)).toArray(UUID[]::new),
                events.stream().map(DomainEvent::type).toArray(String[]::new),
                events.stream().map(DomainEvent::key).toArray(UUID[]::new),
                events.stream().map(this::write).toArray(String[]::new));
        transaction.registerInterposedSynchronization(new AfterCommit(relay::wake));
    }

    private String write(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(event.type() + " cannot be written as JSON", impossible);
        }
    }
}
