package vn.lopmo.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vn.lopmo.testkit.RealKeycloak;

/// Points the door at a real Keycloak, whose access tokens live ten seconds here, and makes one teacher there,
/// `co.huyen`.
public class RealSignIn implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "Hoa-Ban-2026";

    @Override
    public Map<String, String> start() {
        var keycloak = RealKeycloak.url();
        var admin = RealmAdmin.of(keycloak);
        admin.make("co.huyen", "Phạm Thu Huyền", PASSWORD);
        admin.shortenTokens(10);
        return Map.of(
                "quarkus.oidc.auth-server-url",
                keycloak + "/realms/lopmo",
                "quarkus.oidc.credentials.secret",
                RealKeycloak.secretOfEveryClient(),
                "quarkus.oidc.authentication.state-secret",
                "only-for-tests-0123456789abcdef0",
                "lopmo.web.renew-early",
                "5s",
                "lopmo.web.keycloak-url",
                keycloak.replace("/auth", ""));
    }

    @Override
    public void stop() {
        // Keycloak ends with the JVM
    }
}
