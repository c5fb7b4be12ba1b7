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
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/// Reads what Keycloak says of ended sessions (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6). May block, as
/// [RealmKeys] does.
@ApplicationScoped
class LogoutTokens {
    private static final Logger LOG = Logger.getLogger(LogoutTokens.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration OLDEST = Duration.ofMinutes(2);
    private static final int CLOCKS_DIFFER_SECONDS = 10;

    private final Hosts hosts;
    private final String realmPath;
    private final JwtConsumer consumer;
    /// Looks at everything but the signature.
    private final JwtConsumer glance;
    /// A token is good once, and for no longer than this.
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(OLDEST.plusSeconds(3 * CLOCKS_DIFFER_SECONDS))
            .build();

    @Inject
    LogoutTokens(
            Hosts hosts,
            RealmKeys keys,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
        this.hosts = hosts;
        this.realmPath = URI.create(realm).getPath();
        this.consumer = claimsFor(client)
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, RealmKeys.ALGORITHMS.toArray(String[]::new))
                .build();
        this.glance = claimsFor(client)
                .setDisableRequireSignature()
                .setSkipSignatureVerification()
                .build();
    }

    private static JwtConsumerBuilder claimsFor(String client) {
        return new JwtConsumerBuilder()
                .setExpectedAudience(client)
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, Math.toIntExact(OLDEST.toSeconds()))
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_SECONDS)
                .setRequireJwtId();
    }

    /// Empty for whatever Keycloak did not say, did not say to us, or has said before.
    ///
    /// @throws RealmKeys.Away if that cannot be told yet
    Optional<Ending> read(String token) throws RealmKeys.Away {
        if (!mayBeOurs(token)) { // no key is looked for, perhaps far away, for what would be refused anyway
            return Optional.empty();
        }
        try {
            var claims = consumer.processToClaims(token);
            return ending(claims).filter(ending -> isNew(claims));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            if (refused.getCause() instanceof RealmKeys.Away away) {
                throw away;
            }
            LOG.debugf("a logout token was refused: %s", refused.getMessage());
            return Optional.empty();
        }
    }

    /// All is as it should be, if only it was Keycloak that signed it.
    boolean mayBeOurs(String token) {
        try {
            return ending(glance.processToClaims(token)).isPresent();
        } catch (InvalidJwtException | MalformedClaimException refused) {
            LOG.debugf("a logout token was refused: %s", refused.getMessage());
            return false;
        }
    }

    private Optional<Ending> ending(JwtClaims claims) throws MalformedClaimException {
        boolean isLogout = claims.getClaimValue("events") instanceof Map<?, ?> events
                && events.get(EVENT) instanceof Map<?, ?>
                && !claims.hasClaim("nonce");
        return isLogout && isOurs(claims.getIssuer()) ? named(claims) : Optional.empty();
    }

    private boolean isNew(JwtClaims claims) {
        return used.asMap().putIfAbsent(String.valueOf(claims.getClaimValue("jti")), true) == null;
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
