package vn.lopmo.lms;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Settings that have no default because they are secrets, for tests that need none of what they open.
public class LearningSettings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                // with a server's address the key of the test run would not be looked at
                "quarkus.oidc.auth-server-url", "",
                "lopmo.identity.client-secret", "only-for-tests",
                "lopmo.secret.key", "only-for-tests-only-for-tests-only-for-tests",
                "lopmo.setup.code", "only-for-tests");
    }

    @Override
    public void stop() {}
}
