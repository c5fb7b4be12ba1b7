package vn.lopmo.content.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Where files lie and how they are read.
@ConfigMapping(prefix = "lopmo.files")
interface FilesConfig {
    @WithDefault("content")
    String bucket();

    /// In bytes. `quarkus.http.limits.max-body-size` must leave room for it.
    @WithDefault("536870912")
    long largestUpload();

    /// In bytes: the body of any request that is no upload.
    @WithDefault("1048576")
    long largestRequest();

    Reader reader();

    /// The child JVM that opens what strangers made.
    interface Reader {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("128m")
        String heap();

        /// A file that takes longer is given up and the child is killed.
        @WithDefault("120s")
        Duration patience();

        /// The child ends when there was nothing to read for so long, to give its memory back.
        @WithDefault("60s")
        Duration idle();

        /// Only where the service's own class path cannot be found out.
        Optional<String> classPath();
    }
}
