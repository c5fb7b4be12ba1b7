package vn.lopmo.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import vn.lopmo.platform.id.Ids;

/// Where events wait for Kafka: rows written in the transaction of the change, so that a change and its event are one.
@ApplicationScoped
public class Outbox {
    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    Outbox(
            EntityManager database,
            ObjectMapper json,
            Clock clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.relay = relay;
        this.transaction = transaction;
    }

    /// Goes out after the caller's transaction commits, and never if it does not.
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(DomainEvent event) {
        var now = clock.instant();
        database.createNativeQuery("insert into outbox (id, type, key, body, happened_at)"
                        + " values (:id, :type, :key, cast(:body as jsonb), :at)")
                .setParameter("id", Ids.next(now))
                .setParameter("type", event.type())
                .setParameter("key", event.key())
                .setParameter("body", write(event))
                .setParameter("at", now)
                .executeUpdate();
        transaction.registerInterposedSynchronization(new AfterCommit(relay::wake));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(Collection<? extends DomainEvent> events) {
        events.forEach(this::publish);
    }

    private String write(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(event.type() + " cannot be written as JSON", impossible);
        }
    }
}
