package vn.lopmo.content.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.event.EventsConfig;

/// Wakes this replica's feed when another one published or withdrew something. Kafka only says that there is news; what
/// it is, and how far this replica has come, stands in the database. So each replica listens in a group of its own,
/// from now on, and loses nothing while Kafka is away but the hurry.
@ApplicationScoped
class NewsOfLibrary {
    static final List<String> TOPICS = List.of("content.material-published.v1", "content.material-withdrawn.v1");
    private static final Logger LOG = Logger.getLogger(NewsOfLibrary.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final IndexFeed feed;
    private final Replica replica;
    private final EventsConfig config;
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, String> consumer;
    private @Nullable Thread thread;

    NewsOfLibrary(IndexFeed feed, Replica replica, EventsConfig config) {
        this.feed = feed;
        this.replica = replica;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("news-of-library").daemon().start(this::run);
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
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try (var reading = consumer()) {
                consumer = reading;
                reading.subscribe(TOPICS);
                while (!stopping) {
                    if (!reading.poll(POLL).isEmpty()) {
                        feed.wake();
                    }
                }
            } catch (WakeupException stopped) {
                LOG.debug("no more news");
            } catch (IOException | RuntimeException fault) {
                LOG.debug("news of the library pause; the feed looks by itself", fault);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.longestBackoff());
        } catch (InterruptedException stopped) {
            stopping = true;
        }
    }

    private KafkaConsumer<String, String> consumer() throws IOException {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        config.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "index-" + replica.name(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        10_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
