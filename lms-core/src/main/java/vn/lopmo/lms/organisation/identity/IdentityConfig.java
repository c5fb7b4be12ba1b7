package vn.lopmo.lms.organisation.identity;

import io.smallrye.config.ConfigMapping;

/// Where accounts are kept, and as whom the service opens them.
@ConfigMapping(prefix = "lopmo.identity")
public interface IdentityConfig {
    /// Keycloak's address up to and with its base path: `http://127.0.0.1:8080/auth`.
    String url();

    String realm();

    String clientId();

    String clientSecret();
}
