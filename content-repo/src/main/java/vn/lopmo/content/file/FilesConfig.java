package vn.lopmo.content.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Where files lie and how they are read.
@ConfigMapping(prefix = "lopmo.files")
interface FilesConfig {
    @WithDefault("content")
    String bucket();

    /// Where files lie until they are hashed, scanned and kept in the store. With several instances of the service: a
    /// folder that all of them see.
    @WithDefault("data/uploads")
    Path folder();

    /// In bytes, of what comes as one form; what is larger comes resumably.
    /// `quarkus.http.limits.max-body-size` must leave room for it.
    @WithDefault("536870912")
    long largestUpload();

    /// The largest file of each kind.
    Limits limits();

    interface Limits {
        @WithDefault("5G")
        MemorySize video();

        @WithDefault("1G")
        MemorySize audio();

        @WithDefault("100M")
        MemorySize image();

        @WithDefault("50M")
        MemorySize text();

        @WithDefault("1G")
        MemorySize document();
    }

    /// What one school may keep, and what single schools may (by id).
    @WithDefault("200G")
    MemorySize quota();

    Map<String, MemorySize> quotas();

    /// An upload that is not finished after so long is removed.
    @WithDefault("7d")
    Duration uploadsKept();

    /// Files that may be fetched from machines of the school's own network: an open door to all that listens there.
    @WithDefault("false")
    boolean linksToPrivateAddresses();

    Scanner scanner();

    /// clamd: `host:port` or the path of its socket. Without it the usual sockets are tried at the start.
    interface Scanner {
        Optional<String> address();

        /// Whether a file waits, or fails, when the scanner does not answer.
        @WithDefault("false")
        boolean required();
    }

    Helpers helpers();

    /// Programs that make previews, read scans and turn films. They are looked for on the PATH at the start.
    interface Helpers {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("10m")
        Duration patience();

        /// For each minute of film.
        @WithDefault("10m")
        Duration filmPatience();
    }

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

        /// How many children read at once.
        @WithDefault("2")
        int children();

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
