package vn.lopmo.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where Keycloak says that a session is over: somebody was erased, shut out or stripped of a role. Anybody can call;
/// what counts is the token's signature.
@ApplicationScoped
class EndingRoute {
    static final String PATH = "/logout/back-channel";
    private static final int BEFORE_AUTHENTICATION = -300;
    private static final int LONGEST = 16_384;
    private static final long BETWEEN_TRIES_MS = 5_000;
    private static final Logger LOG = Logger.getLogger(EndingRoute.class);

    private final LogoutTokens tokens;
    private final Sessions sessions;
    private final Vertx vertx;

    EndingRoute(LogoutTokens tokens, Sessions sessions, Vertx vertx) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.post(PATH).order(BEFORE_AUTHENTICATION).handler(this::hear);
    }

    private void hear(RoutingContext context) {
        var request = context.request();
        if (!isShort(request)) {
            answer(context, 400);
            return;
        }
        request.body().onSuccess(body -> end(context, token(body.toString())));
        request.resume();
    }

    private static boolean isShort(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && length.length() < 6 && Integer.parseInt(length) <= LONGEST;
    }

    private static String token(String form) {
        try {
            @Nullable String token = BackChannel.form(form).get("logout_token");
            return token == null ? "" : token;
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private void end(RoutingContext context, String token) {
        vertx.executeBlocking(() -> tokens.read(token), false)
                .compose(ending -> ending.map(this::end).orElse(Future.succeededFuture(400)))
                .onComplete(done -> answer(context, done.succeeded() ? done.result() : 503));
    }

    private Future<Integer> end(Ending ending) {
        return sessions.end(ending).map(200).onFailure(away -> {
            LOG.warnf("sessions ended in memory, not yet in the database: %s", away.toString());
            vertx.setTimer(BETWEEN_TRIES_MS, again -> end(ending));
        });
    }

    private static void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (!response.ended()) {
            response.setStatusCode(status)
                    .putHeader("Cache-Control", "no-store")
                    .end();
        }
    }
}
