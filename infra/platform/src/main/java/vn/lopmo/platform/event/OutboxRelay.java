package vn.lopmo.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries the outbox to Kafka, in order, at least once: rows are deleted only when Kafka has acknowledged all of a
/// batch. One relay works at a time over all instances (an advisory lock); while Kafka is away it waits and the rows
/// stay.
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final long LOCK = 0x6c6f706d6f4f7574L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final EventsConfig config;
    private final String source;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    OutboxRelay(
            DataSource dataSource,
            EventsConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.config = config;
        this.source = "/" + application;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(PATIENCE);
        }
    }

    /// Says that there is something to carry.
    void wake() {
        work.release();
    }

    private void run() {
        var backoff = new Backoff(config.longestBackoff());
        try (var producer = producer()) {
            while (!stopping) {
                try {
                    if (relayBatch(producer) < BATCH) {
                        boolean woken = work.tryAcquire(config.idle().toMillis(), TimeUnit.MILLISECONDS);
                        if (woken) {
                            work.drainPermits();
                        }
                    }
                    backoff.reset();
                } catch (SQLException | ExecutionException | TimeoutException | RuntimeException away) {
                    var pause = backoff.next();
                    LOG.warnf("events wait in the outbox, next try in %s: %s", pause, away.toString());
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Waiting(long position, UUID id, String type, UUID key, String body, Timestamp happenedAt) {}

    private int relayBatch(KafkaProducer<String, String> producer)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var waiting = lock(connection) ? waiting(connection) : List.<Waiting>of();
                if (!waiting.isEmpty()) {
                    send(producer, waiting);
                    delete(connection, waiting);
                }
                connection.commit();
                return waiting.size();
            } catch (SQLException | InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        var waiting = new ArrayList<Waiting>();
        try (var statement = connection.prepareStatement(
                "select position, id, type, key, body, happened_at from outbox order by position limit " + BATCH)) {
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getObject(4, UUID.class),
                            row.getString(5),
                            row.getTimestamp(6)));
                }
            }
        }
        return waiting;
    }

    private void send(KafkaProducer<String, String> producer, List<Waiting> waiting)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (var event : waiting) {
            sent.add(producer.send(record(event)));
        }
        producer.flush();
        for (var each : sent) {
            each.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private ProducerRecord<String, String> record(Waiting event) {
        var message = new ProducerRecord<>(event.type, event.key.toString(), event.body);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.id.toString(),
                        "ce_type",
                        event.type,
                        "ce_source",
                        source,
                        "ce_time",
                        event.happenedAt.toInstant().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static void delete(Connection connection, List<Waiting> sent) throws SQLException {
        try (var statement = connection.prepareStatement("delete from outbox where position = any(?)")) {
            var positions = sent.stream().map(Waiting::position).toArray(Long[]::new);
            statement.setArray(1, connection.createArrayOf("bigint", positions));
            statement.executeUpdate();
        }
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        config.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        9_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        4_000,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        4L << 20),
                new StringSerializer(),
                new StringSerializer());
    }
}
