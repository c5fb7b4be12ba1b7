package vn.lopmo.lms;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import vn.lopmo.lms.organisation.RealSignIn;
import vn.lopmo.testkit.RealKafka;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.RealS3;

/// The service with all its parts: people sign in at a real Keycloak. All tests of this profile share one start of the
/// service.
public class RealAccounts implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(RealPostgres.class),
                new TestResourceEntry(RealKafka.class),
                new TestResourceEntry(RealS3.class),
                new TestResourceEntry(RealSignIn.class));
    }
}
