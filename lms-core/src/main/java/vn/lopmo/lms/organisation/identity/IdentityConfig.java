package vn.lopmo.lms.organisation.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where accounts are kept, and as whom the service opens them.
@ConfigMapping(prefix = "lopmo.identity")
public interface IdentityConfig {
    /// Keycloak's address up to and with its base path: `http://127.0.0.1:8080/auth`.
    String url();

    String realm();

    String clientId();

    String clientSecret();

    /// How long one answer may take. A Keycloak that hangs must not hold an import for ever.
    @WithDefault("20s")
    Duration patience();
}
