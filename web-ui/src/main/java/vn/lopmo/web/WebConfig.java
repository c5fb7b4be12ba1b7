package vn.lopmo.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Where the services are, and under which names this door may be called.
@ConfigMapping(prefix = "lopmo.web")
public interface WebConfig {
    @WithDefault("http://127.0.0.1:8101")
    URI lmsUrl();

    @WithDefault("http://127.0.0.1:8102")
    URI contentUrl();

    @WithDefault("http://127.0.0.1:8103")
    URI assessmentUrl();

    @WithDefault("http://127.0.0.1:8080")
    URI keycloakUrl();

    @WithDefault("lopmo")
    String realm();

    /// Names of this server beside its addresses, names without a dot and names under `.local`, which always hold.
    Optional<Set<String>> hosts();

    /// A proxy in front of us that ends TLS: its `X-Forwarded-Proto` is believed.
    @WithName("behind-tls-proxy")
    @WithDefault("false")
    boolean behindTlsProxy();

    /// Where interactive packages are shown.
    Packages packages();

    /// See [PackageOrigins].
    interface Packages {
        /// The second port; the one above the first if none is said, any free one if 0.
        OptionalInt port();

        /// For a school with a wildcard name, such as `https://{package}.hoc-lieu.truong.example`: the address under
        /// which browsers reach the second port. Better a domain of its own than one under the app's.
        Optional<String> address();
    }

    /// Other sites' pages that a lesson may frame; lms-core lets in addresses of these only. Empty shows none.
    @WithDefault("https://www.youtube-nocookie.com,https://player.vimeo.com,https://www.geogebra.org,"
            + "https://phet.colorado.edu,https://www.desmos.com,https://docs.google.com")
    Optional<List<String>> embeds();

    /// How long a service may be silent in the middle of an answer.
    @WithDefault("60s")
    Duration patience();

    /// How long before its end a token is renewed. Longer than Keycloak needs to come back after a crash.
    @WithDefault("120s")
    Duration renewEarly();
}
