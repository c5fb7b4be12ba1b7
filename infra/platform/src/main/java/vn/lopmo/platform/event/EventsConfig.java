package vn.lopmo.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How a service speaks to Kafka.
@ConfigMapping(prefix = "lopmo.events")
public interface EventsConfig {
    /// Off only in tests that need no events.
    @WithDefault("true")
    boolean enabled();

    @WithDefault("127.0.0.1:9092")
    String bootstrapServers();

    /// How long the relay sleeps when nobody wakes it: finds events of an instance that died before sending.
    @WithDefault("2s")
    Duration idle();

    /// The longest pause between two tries while Kafka or the database is away.
    @WithDefault("10s")
    Duration longestBackoff();
}
