package vn.lopmo.web;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the tokens of quarkus-oidc in [Sessions], so that the cookie is a small opaque id. The id stays the same when
/// tokens are renewed: six calls that are on their way together all go on.
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {
    private static final String LOGOUT = "/logout";
    private static final String ID = "lopmo.session.id";

    private final Sessions sessions;

    SessionTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        @Nullable String earlier = context.get(ID);
        var id = earlier != null ? earlier : Seal.newId();
        var session = Session.of(
                id,
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                tokens.getAccessTokenScope());
        return uni(sessions.keep(session)).map(Session::id);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String id,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        context.put(ID, id);
        return uni(sessions.find(id)).map(SessionTokens::tokens);
    }

    /// Also called before renewed tokens are kept and when a renewal fails, neither of which may end the session: the
    /// process could be killed in between, and Keycloak could be away for a moment.
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig config, String id, OidcRequestContext<Void> request) {
        return context.normalizedPath().equals(LOGOUT)
                ? uni(sessions.end(id))
                : Uni.createFrom().voidItem();
    }

    private static AuthorizationCodeTokens tokens(Optional<Session> found) {
        var session = found.orElseThrow(() -> new AuthenticationFailedException("no such session"));
        return new AuthorizationCodeTokens(
                session.idToken(), session.accessToken(), session.refreshToken(), null, session.scope());
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
