package vn.lopmo.content;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.RealS3;
import vn.lopmo.testkit.Tokens;

/// The service with its parts; callers are whoever a signed token says. All tests share one start of the service.
public class SignedTokens implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(RealPostgres.class),
                new TestResourceEntry(RealS3.class),
                new TestResourceEntry(Tokens.class));
    }
}
