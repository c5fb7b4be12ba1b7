package vn.lopmo.content.harvest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How other libraries are asked.
@ConfigMapping(prefix = "lopmo.harvest")
interface HarvestConfig {
    /// For one answer.
    @WithDefault("60s")
    Duration patience();

    /// Before the first repetition of a question that was not answered; each later wait is twice as long.
    @WithDefault("5s")
    Duration pause();

    /// The longest wait that another library may ask for (Retry-After).
    @WithDefault("1h")
    Duration longestWait();

    /// What one harvest takes at most.
    @WithDefault("100000")
    long mostRecords();
}
