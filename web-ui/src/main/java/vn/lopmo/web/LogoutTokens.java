package vn.lopmo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/// Reads what Keycloak says of ended sessions (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6). Blocks while it
/// fetches the realm's keys: once an hour, and when a key is not known.
@ApplicationScoped
class LogoutTokens {
    private static final Logger LOG = Logger.getLogger(LogoutTokens.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration OLDEST = Duration.ofMinutes(2);
    private static final int CLOCKS_DIFFER_SECONDS = 10;
    private static final int PATIENCE_MS = 3_000;

    private final Hosts hosts;
    private final String realmPath;
    private final JwtConsumer consumer;
    /// A token is good once, and for no longer than this.
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(OLDEST.plusSeconds(3 * CLOCKS_DIFFER_SECONDS))
            .build();

    @Inject
    LogoutTokens(
            Hosts hosts,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
        this.hosts = hosts;
        this.realmPath = URI.create(realm).getPath();
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keysOf(realm)))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedAudience(client)
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, Math.toIntExact(OLDEST.toSeconds()))
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_SECONDS)
                .setRequireJwtId()
                .build();
    }

    private static HttpsJwks keysOf(String realm) {
        var get = new Get();
        get.setConnectTimeout(PATIENCE_MS);
        get.setReadTimeout(PATIENCE_MS);
        var keys = new HttpsJwks(realm + "/protocol/openid-connect/certs");
        keys.setSimpleHttpGet(get);
        return keys;
    }

    /// Empty for whatever Keycloak did not say, did not say to us, or has said before.
    Optional<Ending> read(String token) {
        try {
            return ending(consumer.processToClaims(token));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            LOG.debugf("a logout token was refused: %s", refused.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Ending> ending(JwtClaims claims) throws MalformedClaimException {
        boolean isLogout = claims.getClaimValue("events") instanceof Map<?, ?> events
                && events.get(EVENT) instanceof Map<?, ?>
                && !claims.hasClaim("nonce");
        var named = named(claims);
        if (!isLogout || named.isEmpty() || !isOurs(claims.getIssuer())) {
            return Optional.empty();
        }
        return used.asMap().putIfAbsent(claims.getJwtId(), true) == null ? named : Optional.empty();
    }

    private static Optional<Ending> named(JwtClaims claims) throws MalformedClaimException {
        long at = claims.getIssuedAt().getValue();
        @Nullable String sid = claims.getStringClaimValue("sid");
        if (sid != null && !sid.isEmpty()) {
            return Optional.of(Ending.ofSession(sid, at));
        }
        return Optional.ofNullable(claims.getSubject())
                .filter(subject -> !subject.isEmpty())
                .map(subject -> Ending.ofPerson(subject, at));
    }

    /// The issuer's host is the one by which the browser called us when it signed in.
    private boolean isOurs(@Nullable String issuer) {
        if (issuer == null) {
            return false;
        }
        try {
            var address = URI.create(issuer);
            return realmPath.equals(address.getPath())
                    && address.getAuthority() != null
                    && hosts.allow(address.getAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
