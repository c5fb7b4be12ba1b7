package vn.lopmo.assessment.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where the bytes of pictures lie.
@ConfigMapping(prefix = "lopmo.media")
interface MediaConfig {
    @WithDefault("assessment")
    String bucket();
}
