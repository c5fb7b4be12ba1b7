package vn.lopmo.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vn.lopmo.onebox.parts.KafkaPart;
import vn.lopmo.onebox.parts.Ports;

/// A real Kafka, one for the whole JVM; tests keep apart by topics' content, as services do.
public class RealKafka implements QuarkusTestResourceLifecycleManager {
    private static final String CLUSTER_ID = "bG9wbW8tdGVzdHMtMDEyMw";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lopmo.events.bootstrap-servers", bootstrapServers(), "kafka.bootstrap.servers", bootstrapServers());
    }

    public static String bootstrapServers() {
        return TestBox.once("kafka", () -> {
            var part = new KafkaPart(TestBox.folders(), TestBox.STORE, Ports.free(), Ports.free(), CLUSTER_ID);
            TestBox.startAndStopWithThisJvm(part);
            return part.bootstrapServers();
        });
    }

    @Override
    public void stop() {
        // Ends with the JVM.
    }
}
