package vn.lopmo.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import vn.lopmo.onebox.parts.KeycloakAdmin;
import vn.lopmo.onebox.parts.KeycloakPart;
import vn.lopmo.onebox.parts.Ports;
import vn.lopmo.onebox.parts.Realm;

/// A real Keycloak with the realm of the house, one for the whole JVM; about ten seconds, once. The first on a machine
/// takes a minute more, to build the distribution.
public class RealKeycloak implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "only-for-tests";
    private static final String NOBODY = "http://127.0.0.1:9";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lopmo.identity.url",
                url(),
                "lopmo.identity.realm",
                Realm.NAME,
                "lopmo.identity.client-id",
                "lms-core",
                "lopmo.identity.client-secret",
                SECRET);
    }

    /// Address up to and with `/auth`.
    public static String url() {
        return TestBox.once("keycloak", () -> {
            var realm = realm(NOBODY);
            var part = new KeycloakPart(
                    TestBox.folders(), TestBox.STORE, Ports.free(), Ports.free(), database(), SECRET, realm);
            TestBox.startAndStopWithThisJvm(part);
            realm.openForSeeder(part.admin());
            return part.url();
        });
    }

    /// Tells it where a web-ui under test hears of ended sessions, as the launcher does at each start.
    public static void webUiIsAt(String address) {
        realm(address).furnish(new KeycloakAdmin(url(), KeycloakAdmin.NAME, SECRET));
    }

    private static Realm realm(String webUi) {
        return new Realm(TestBox.STORE, Map.of("web-ui", SECRET, "lms-core", SECRET, "demo-seeder", SECRET), webUi);
    }

    /// The client `demo-seeder` is open in tests, so that a test may sign in with a password.
    public static String secretOfEveryClient() {
        return SECRET;
    }

    private static KeycloakPart.Database database() {
        return new KeycloakPart.Database(RealPostgres.freshDatabase(), RealPostgres.user(), RealPostgres.password());
    }

    @Override
    public void stop() {
        // Ends with the JVM.
    }
}
