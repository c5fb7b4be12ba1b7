package vn.lopmo.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/// Where Keycloak says that a session is over: somebody was erased, shut out or stripped of a role. Anybody can call;
/// what counts is the token's signature.
@ApplicationScoped
class EndingRoute {
    static final String PATH = "/logout/back-channel";
    private static final int BEFORE_AUTHENTICATION = -300;
    private static final int LONGEST = 16_384;

    private final EndingNews news;

    EndingRoute(EndingNews news) {
        this.news = news;
    }

    void register(@Observes Router router) {
        router.post(PATH).order(BEFORE_AUTHENTICATION).handler(this::hear);
    }

    private void hear(RoutingContext context) {
        var request = context.request();
        if (!isShort(request)) {
            refuseUnread(context);
            return;
        }
        request.body().compose(body -> news.hear(token(body.toString()))).onSuccess(status -> answer(context, status));
        request.resume();
    }

    /// Its body is never read, so nothing can follow it on this connection.
    private static void refuseUnread(RoutingContext context) {
        var request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            answer(context, 400);
        } else {
            request.response().putHeader("Connection", "close");
            answer(context, 400).onComplete(done -> request.connection().close());
        }
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

    private static Future<Void> answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return Future.succeededFuture();
        }
        return response.setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}
