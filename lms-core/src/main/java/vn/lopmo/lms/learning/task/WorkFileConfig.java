package vn.lopmo.lms.learning.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much a learner may send.
@ConfigMapping(prefix = "lopmo.work")
interface WorkFileConfig {
    /// In bytes; the service's own limit for a request stands above it.
    @WithDefault("20971520")
    int largest();

    /// Of one learner for one task, sent and kept.
    @WithDefault("60")
    int most();

    @WithDefault("40000000")
    long mostPixels();
}
