package vn.lopmo.lms;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import vn.lopmo.lms.notice.RealMail;
import vn.lopmo.testkit.RealKafka;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.RealS3;
import vn.lopmo.testkit.Tokens;

/// The service with all its parts and a mail server, but Keycloak: callers are whoever a signed token says. All
/// tests of this profile share one start of the service.
public class SignedTokens implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(RealPostgres.class),
                new TestResourceEntry(RealKafka.class),
                new TestResourceEntry(RealS3.class),
                new TestResourceEntry(RealMail.class),
                new TestResourceEntry(Tokens.class));
    }
}
