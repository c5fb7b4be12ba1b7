package vn.lopmo.content.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where the index lies. It can always be made anew from the database.
@ConfigMapping(prefix = "lopmo.search")
interface SearchConfig {
    @WithDefault("data/search")
    Path folder();

    /// How long the feed sleeps when nobody wakes it.
    @WithDefault("2s")
    Duration idle();

    /// Megabytes that new documents may fill before they are written out.
    @WithDefault("24")
    double buffer();
}
