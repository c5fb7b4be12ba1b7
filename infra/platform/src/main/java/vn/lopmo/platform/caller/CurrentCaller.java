package vn.lopmo.platform.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lopmo.platform.refusal.Refusal;

/// The caller of the request in hand. Asked outside a request, or without a token, it refuses.
@ApplicationScoped
public class CurrentCaller {
    static final String SCHOOL_CLAIM = "school_id";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// @throws Refusal.Forbidden if the account belongs to no school
    public Caller get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Refusal.Forbidden("signed-out");
        }
        return read(token, identity.getRoles());
    }

    private static Caller read(JsonWebToken token, Set<String> realmRoles) {
        String school = token.getClaim(SCHOOL_CLAIM);
        if (school == null) {
            throw new Refusal.Forbidden("account-without-school");
        }
        var roles = realmRoles.stream()
                .flatMap(role -> Role.ofRealm(role).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(UUID.fromString(token.getSubject()), UUID.fromString(school), roles);
    }
}
