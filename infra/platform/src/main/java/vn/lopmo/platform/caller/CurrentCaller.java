package vn.lopmo.platform.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// The caller of the request in hand. Asked outside a request, or without a token, it refuses.
@ApplicationScoped
public class CurrentCaller {
    static final String SCHOOL_CLAIM = "school_id";
    /// Where [TokenMechanism] leaves the caller for the token's life.
    static final String ATTRIBUTE = "lopmo.caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// @throws Refusal.Forbidden if the account belongs to no school
    public Caller get() {
        @Nullable Caller known = identity.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refusal.Forbidden("signed-out");
        }
        return read(token, identity.getRoles()).orElseThrow(() -> new Refusal.Forbidden("account-without-school"));
    }

    /// Empty if the account belongs to no school.
    static Optional<Caller> read(JsonWebToken token, Set<String> realmRoles) {
        @Nullable String school = token.getClaim(SCHOOL_CLAIM);
        if (school == null) {
            return Optional.empty();
        }
        var roles = realmRoles.stream()
                .flatMap(role -> Role.ofRealm(role).stream())
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Caller(UUID.fromString(token.getSubject()), UUID.fromString(school), roles));
    }
}
