package vn.lopmo.lms.organisation.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.RealAccounts;
import vn.lopmo.platform.refusal.Refusal;

@QuarkusTest
@TestProfile(RealAccounts.class)
class HangingKeycloakTest {
    /// Takes connections and says nothing.
    private record Silent(String url) implements IdentityConfig {
        @Override
        public String realm() {
            return "lopmo";
        }

        @Override
        public String clientId() {
            return "lms-core";
        }

        @Override
        public String clientSecret() {
            return "only-for-tests";
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }
    }

    @Test
    void whoAsksIsToldThatAccountsAreAwayAndDoesNotWaitForEver() throws IOException {
        try (var silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var accounts = new Accounts(new Silent("http://127.0.0.1:" + silence.getLocalPort() + "/auth"));

            var refusal = assertTimeoutPreemptively(
                    Duration.ofSeconds(15),
                    () -> assertThrows(Refusal.Unavailable.class, () -> accounts.hasFirstPassword(UUID.randomUUID())));

            assertEquals("identity-away", refusal.slug());
            accounts.close();
        }
    }
}
