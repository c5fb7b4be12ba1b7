package vn.lopmo.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Signed tokens as Keycloak gives them. Services under test verify the real RS256 signature, with the key that was
/// made at the start of the test run; the server that would give its keys is taken out of their configuration.
///
///     given().auth().oauth2(Tokens.teacher(school))
public class Tokens implements QuarkusTestResourceLifecycleManager {
    private static final Duration LIFE = Duration.ofHours(1);

    @Override
    public Map<String, String> start() {
        // with a server's address the key would not be looked at
        return Map.of("quarkus.oidc.public-key", keys()[1], "quarkus.oidc.auth-server-url", "");
    }

    @Override
    public void stop() {
        // Keys end with the JVM.
    }

    /// A token of a new person with one role.
    public static String student(UUID school) {
        return of(UUID.randomUUID(), school, "student");
    }

    public static String teacher(UUID school) {
        return of(UUID.randomUUID(), school, "teacher");
    }

    public static String librarian(UUID school) {
        return of(UUID.randomUUID(), school, "librarian");
    }

    public static String head(UUID school) {
        return of(UUID.randomUUID(), school, "head");
    }

    public static String admin(UUID school) {
        return of(UUID.randomUUID(), school, "admin");
    }

    public static String guardian(UUID school) {
        return of(UUID.randomUUID(), school, "guardian");
    }

    public static String officer(UUID school) {
        return of(UUID.randomUUID(), school, "officer");
    }

    /// @param roles realm roles, in lower case as in Keycloak
    public static String of(UUID person, UUID school, String... roles) {
        return token(person).school(school).roles(roles).signed();
    }

    public static Draft token(UUID person) {
        return new Draft(person);
    }

    /// A token before it is signed, for tests of what must be refused: none has a wrong audience or end unless it is
    /// told so.
    public static final class Draft {
        private final UUID person;
        private final List<String> claims = new ArrayList<>();
        private String audience = "lopmo";
        private String name = "Nguyễn Thị Thử";
        private Instant end = Instant.now().plus(LIFE);
        private List<String> roles = List.of();

        private Draft(UUID person) {
            this.person = person;
        }

        public Draft school(UUID school) {
            return claim("school_id", school.toString());
        }

        public Draft roles(String... realmRoles) {
            roles = List.of(realmRoles);
            return this;
        }

        public Draft name(String fullName) {
            name = fullName;
            return this;
        }

        public Draft audience(String other) {
            audience = other;
            return this;
        }

        public Draft endsAt(Instant instant) {
            end = instant;
            return this;
        }

        public Draft claim(String key, String value) {
            claims.add(quoted(key) + ":" + quoted(value));
            return this;
        }

        public String signed() {
            var all = new ArrayList<>(claims);
            all.add("\"sub\":" + quoted(person.toString()));
            all.add("\"iss\":\"http://localhost/auth/realms/lopmo\"");
            all.add("\"typ\":\"Bearer\"");
            all.add("\"azp\":\"web-ui\"");
            all.add("\"jti\":" + quoted(UUID.randomUUID().toString()));
            all.add("\"aud\":[" + quoted(audience) + "]");
            all.add("\"name\":" + quoted(name));
            all.add("\"preferred_username\":" + quoted(person.toString()));
            all.add("\"iat\":" + (end.getEpochSecond() - LIFE.toSeconds()));
            all.add("\"exp\":" + end.getEpochSecond());
            all.add("\"realm_access\":{\"roles\":"
                    + roles.stream().map(Draft::quoted).collect(Collectors.joining(",", "[", "]")) + "}");
            return sign("{" + String.join(",", all) + "}");
        }

        private static String quoted(String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }

    private static String sign(String claims) {
        try {
            String unsigned = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"tests\"}") + "." + encoded(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(keys()[0])));
    }

    /// Private key, then public key.
    private static String[] keys() {
        return TestBox.once("keys", Tokens::newKeys).split(" ", -1);
    }

    private static String newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + " "
                    + base64.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
