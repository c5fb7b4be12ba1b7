package vn.lopmo.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vn.lopmo.onebox.parts.Ports;
import vn.lopmo.onebox.parts.S3Part;

/// A real S3 store for the MinIO client, one for the whole JVM. Buckets are the services' own business.
public class RealS3 implements QuarkusTestResourceLifecycleManager {
    private static final String ACCESS_KEY = "tests";
    private static final String SECRET_KEY = "only-for-tests";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.minio.host", url(),
                "quarkus.minio.access-key", ACCESS_KEY,
                "quarkus.minio.secret-key", SECRET_KEY);
    }

    public static String url() {
        return TestBox.once("s3", () -> {
            var part = new S3Part(TestBox.folders(), TestBox.STORE, Ports.free(), ACCESS_KEY, SECRET_KEY);
            TestBox.startAndStopWithThisJvm(part);
            return part.url();
        });
    }

    @Override
    public void stop() {
        // Ends with the JVM.
    }
}
