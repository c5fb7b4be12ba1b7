package vn.lopmo.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.EventHandler.Told;

/// Reads the topics that the service's handlers name and hands each event to its handler once. An event that cannot be
/// read, or that fails [#TRIES] times, is laid into `dead_letter` whole, so that the ones behind it go on and it can be
/// replayed. Those of a handler of many are handed over together, as many of a partition as were read at once.
@ApplicationScoped
public class EventFeed {
    static final int TRIES = 20;
    private static final int MOST_AT_ONCE = 200;
    private static final Logger LOG = Logger.getLogger(EventFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, EventHandler<?>> handlers = new HashMap<>();
    private final Inbox inbox;
    private final EventsConfig config;
    private final ObjectMapper json;
    private final String group;
    private volatile boolean stopping;
    private @Nullable KafkaConsumer<String, String> consumer;
    private @Nullable Thread thread;

    EventFeed(
            @Any Instance<EventHandler<?>> handlers,
            Inbox inbox,
            EventsConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        handlers.forEach(handler -> this.handlers.put(handler.type(), handler));
        this.inbox = inbox;
        this.config = config;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.group = application;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled() && !handlers.isEmpty()) {
            thread = Thread.ofPlatform().name("event-feed").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        var running = thread;
        if (running != null) {
            running.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        try (var reading = consumer()) {
            consumer = reading;
            reading.subscribe(handlers.keySet());
            while (!stopping) {
                var polled = reading.poll(POLL);
                takeAll(polled);
                // while stopping, the rest of these was passed over and is read again by the next one
                if (!stopping && !polled.isEmpty()) {
                    reading.commitSync();
                }
            }
        } catch (WakeupException stopped) {
            LOG.debug("the event feed stops");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.error("the event feed ended and is started anew", fault);
            startAnew();
        }
    }

    private void startAnew() {
        try {
            Thread.sleep(config.longestBackoff());
            if (!stopping) {
                thread = Thread.ofPlatform().name("event-feed").daemon().start(this::run);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAll(ConsumerRecords<String, String> polled) throws InterruptedException {
        for (var partition : polled.partitions()) {
            var messages = polled.records(partition);
            if (tookTogether(messages, handlers.get(partition.topic()))) {
                continue;
            }
            for (var message : messages) {
                takeUntilDone(message);
            }
        }
    }

    /// @return false if nothing of them was done
    private <T> boolean tookTogether(List<ConsumerRecord<String, String>> messages, @Nullable EventHandler<T> handler) {
        if (stopping || messages.size() < 2 || !(handler instanceof EventHandler.OfMany<T> ofMany)) {
            return false;
        }
        try {
            var told = new ArrayList<Told<T>>();
            for (var message : messages) {
                told.add(read(message, handler));
            }
            QuarkusTransaction.requiringNew().run(() -> handleNew(told, ofMany));
            return true;
        } catch (JsonProcessingException | RuntimeException failed) {
            LOG.warnf(failed, "%d events of %s failed together", messages.size(), handler.type());
            return false;
        }
    }

    private <T> void handleNew(List<Told<T>> told, EventHandler.OfMany<T> handler) {
        var ids = told.stream().map(each -> each.origin().id()).toList();
        var fresh = new HashSet<>(inbox.newOf(ids, handler.type()));
        // one that lies there twice is handled once
        var left =
                told.stream().filter(each -> fresh.remove(each.origin().id())).toList();
        if (!left.isEmpty()) {
            handler.handleAll(left);
        }
    }

    /// Only a message that keeps failing while the database works is laid aside: a database that is away makes it wait.
    private void takeUntilDone(ConsumerRecord<String, String> message) throws InterruptedException {
        var backoff = new Backoff(config.longestBackoff());
        for (int tries = 1; !stopping; tries++) {
            boolean hopeless = tries >= TRIES;
            try {
                take(message);
                return;
            } catch (JsonProcessingException | IllegalArgumentException unreadable) {
                LOG.errorf("an event of %s cannot be read: %s", message.topic(), unreadable.getMessage());
                hopeless = true;
            } catch (RuntimeException failed) {
                LOG.warnf(failed, "try %d to handle an event of %s failed", tries, message.topic());
            }
            if (hopeless && laidAside(message)) {
                return;
            }
            Thread.sleep(backoff.next());
        }
    }

    private boolean laidAside(ConsumerRecord<String, String> message) {
        try {
            QuarkusTransaction.requiringNew().run(() -> inbox.layAside(message));
            return true;
        } catch (RuntimeException away) {
            LOG.warnf("an event of %s cannot be laid aside now: %s", message.topic(), away.toString());
            return false;
        }
    }

    private void take(ConsumerRecord<String, String> message) throws JsonProcessingException {
        var handler = handlers.get(message.topic());
        if (handler != null) {
            take(message, handler);
        }
    }

    private <T> void take(ConsumerRecord<String, String> message, EventHandler<T> handler)
            throws JsonProcessingException {
        var told = read(message, handler);
        QuarkusTransaction.requiringNew().run(() -> {
            if (inbox.isNew(told.origin().id(), message.topic())) {
                handler.handle(told.event(), told.origin());
            }
        });
    }

    private <T> Told<T> read(ConsumerRecord<String, String> message, EventHandler<T> handler)
            throws JsonProcessingException {
        var origin = new EventHandler.Origin(
                UUID.fromString(header(message, "ce_id")), Instant.parse(header(message, "ce_time")));
        return new Told<>(json.readValue(message.value(), handler.body()), origin);
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        config.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        10_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        MOST_AT_ONCE,
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                        1_800_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
