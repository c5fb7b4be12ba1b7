package vn.lopmo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// The realm's public keys. They stay known while Keycloak is away. Anybody can ask for a key that nobody has, so at
/// most one thread waits for Keycloak, and some seconds lie between two such questions. Safe for any number of threads.
@ApplicationScoped
class RealmKeys implements VerificationKeyResolver {
    static final List<String> ALGORITHMS = List.of(
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int PATIENCE_MS = 3_000;

    private final String address;
    private final Get get = new Get();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile List<JsonWebKey> keys = List.of();
    private volatile long fetchedAt;
    private volatile long askedAt = System.nanoTime() - BETWEEN_QUESTIONS.toNanos();

    /// Whether the realm has the key cannot be said now.
    static final class Away extends UnresolvableKeyException {
        private static final long serialVersionUID = 1;

        private Away(String why) {
            super(why);
        }

        private Away(Exception cause) {
            super("the realm's keys cannot be fetched", cause);
        }
    }

    @Inject
    RealmKeys(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.address = realm + "/protocol/openid-connect/certs";
        get.setConnectTimeout(PATIENCE_MS);
        get.setReadTimeout(PATIENCE_MS);
        get.setRetries(0);
    }

    /// @throws Away if the key is not known, and the realm could not or may not be asked again now
    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> around) throws UnresolvableKeyException {
        if (!ALGORITHMS.contains(signature.getAlgorithmHeaderValue())) {
            throw new UnresolvableKeyException("not one of our algorithms");
        }
        @Nullable JsonWebKey known = known(signature);
        if (known == null) {
            ask();
            known = known(signature);
        }
        if (known == null) {
            throw new UnresolvableKeyException("not one of the realm's keys");
        }
        return known.getKey();
    }

    private @Nullable JsonWebKey known(JsonWebSignature signature) throws UnresolvableKeyException {
        try {
            return new VerificationJwkSelector().select(signature, keys);
        } catch (JoseException unreadable) {
            throw new UnresolvableKeyException("unreadable", unreadable);
        }
    }

    private void ask() throws Away {
        if (System.nanoTime() - askedAt < BETWEEN_QUESTIONS.toNanos()) {
            throw new Away("the realm was asked a moment ago");
        }
        try {
            fetch();
        } catch (IOException | JoseException failed) {
            throw new Away(failed);
        }
    }

    boolean areFresh() {
        return !keys.isEmpty() && System.nanoTime() - fetchedAt < FRESH.toNanos();
    }

    /// Blocks for some seconds if Keycloak hangs, but only one thread; others fail at once.
    void fetch() throws IOException, JoseException {
        if (!fetching.tryLock()) {
            throw new IOException("the realm is being asked");
        }
        try {
            var fetched = new JsonWebKeySet(get.get(address).getBody()).getJsonWebKeys();
            if (fetched.isEmpty()) {
                throw new JoseException("the realm names no keys");
            }
            keys = List.copyOf(fetched);
            fetchedAt = System.nanoTime();
        } finally {
            askedAt = System.nanoTime();
            fetching.unlock();
        }
    }
}
