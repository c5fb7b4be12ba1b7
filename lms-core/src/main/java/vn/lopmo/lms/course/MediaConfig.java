package vn.lopmo.lms.course;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where pictures lie and how large they may be.
@ConfigMapping(prefix = "lopmo.media")
public interface MediaConfig {
    @WithDefault("lms")
    String bucket();

    /// In bytes.
    @WithDefault("8388608")
    int largest();

    /// A picture of more pixels would stop a cheap phone.
    @WithDefault("40000000")
    long mostPixels();
}
