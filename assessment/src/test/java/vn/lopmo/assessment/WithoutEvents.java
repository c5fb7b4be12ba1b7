package vn.lopmo.assessment;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// For tests that need no Kafka: events wait in the outbox, as they do when Kafka is down.
public class WithoutEvents implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lopmo.events.enabled", "false");
    }
}
