package vn.lopmo.web;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries a request to a service and its answer back. Small bodies are read whole, so that a save can be sent a second
/// time when the service's connection died; large ones stream both ways with back-pressure. A browser that goes away in
/// the middle resets the service's side.
///
/// Made by hand because vertx-http-proxy 4.5.26 wedges for good when more clients than its pool leave in mid-request
/// (docs/adr/0003).
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int SMALL = 64 * 1024;
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT);
    /// Below it compressing costs more than the bytes it spares: a saved answer's receipt has a hundred.
    private static final int WORTH_COMPRESSING = 1024;

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "expect");

    private final Vertx vertx;
    private final int patienceSeconds;
    private final ThreadLocal<HttpClient> client;

    /// Where a request goes and what is changed on the way.
    ///
    /// @param path path and query at the service
    /// @param withheld what else the service has no use for, in lower case
    /// @param outgoing adapts the headers that the service sees; hop-by-hop headers are gone already
    /// @param incoming adapts the headers that the browser sees
    record Route(
            URI service,
            String path,
            Predicate<String> withheld,
            Consumer<MultiMap> outgoing,
            Consumer<MultiMap> incoming) {}

    Relay(Vertx vertx, WebConfig config) {
        this.vertx = vertx;
        this.patienceSeconds = (int) config.patience().toSeconds();
        this.client = ThreadLocal.withInitial(this::newClient);
    }

    private HttpClient newClient() {
        return vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(true)
                .setMaxPoolSize(64)
                .setMaxWaitQueueSize(5_000)
                .setConnectTimeout(2_000)
                .setKeepAliveTimeout(30)
                .setIdleTimeout(patienceSeconds)
                .setDecompressionSupported(false));
    }

    void carry(HttpServerRequest request, Route route) {
        carry(request, null, route);
    }

    /// To be called on the request's event loop.
    ///
    /// @param body what was read of the request already: all of it
    void carry(HttpServerRequest request, @Nullable Buffer body, Route route) {
        if (body != null) {
            sendWhole(request, route, body, REPEATABLE.contains(request.method()));
        } else if (isSmall(request)) {
            request.body()
                    .onSuccess(read -> sendWhole(request, route, read, REPEATABLE.contains(request.method())))
                    .onFailure(left -> LOG.debug("the browser left while sending", left));
            request.resume();
        } else {
            request.pause();
            open(request, route)
                    .onSuccess(outgoing -> stream(request, route, outgoing))
                    .onFailure(away -> refuse(request, away));
        }
    }

    /// Asks a service something on our own behalf: the headers of its answer.
    Future<MultiMap> ask(URI service, String path, Consumer<MultiMap> outgoing) {
        var options = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setMethod(HttpMethod.GET)
                .setURI(path);
        return client.get()
                .request(options)
                .compose(request -> {
                    outgoing.accept(request.headers());
                    return request.send();
                })
                .compose(answer -> answer.body().map(answer.headers()));
    }

    static boolean isSmall(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        if (length == null) {
            return request.getHeader("Transfer-Encoding") == null;
        }
        return length.length() < 10 && Long.parseLong(length) <= SMALL;
    }

    private void sendWhole(HttpServerRequest request, Route route, Buffer body, boolean mayRepeat) {
        open(request, route)
                .compose(outgoing -> {
                    resetIfBrowserLeaves(request, outgoing);
                    return outgoing.send(body);
                })
                .onSuccess(answer -> answer(request, route, answer))
                .onFailure(away -> {
                    if (mayRepeat && !request.response().closed()) {
                        sendWhole(request, route, body, false);
                    } else {
                        refuse(request, away);
                    }
                });
    }

    private void stream(HttpServerRequest request, Route route, HttpClientRequest outgoing) {
        resetIfBrowserLeaves(request, outgoing);
        outgoing.response()
                .onSuccess(answer -> answer(request, route, answer))
                .onFailure(away -> refuse(request, away));
        if (request.getHeader("Content-Length") == null) {
            outgoing.setChunked(true);
        }
        request.pipeTo(outgoing).onFailure(broken -> outgoing.reset());
    }

    private Future<HttpClientRequest> open(HttpServerRequest request, Route route) {
        var service = route.service();
        var options = new RequestOptions()
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setMethod(request.method())
                .setURI(route.path());
        return client.get().request(options).onSuccess(outgoing -> {
            copy(request.headers(), outgoing.headers(), route.withheld());
            route.outgoing().accept(outgoing.headers());
        });
    }

    private static void resetIfBrowserLeaves(HttpServerRequest request, HttpClientRequest outgoing) {
        request.response().closeHandler(left -> outgoing.reset());
    }

    private static void answer(HttpServerRequest request, Route route, HttpClientResponse answer) {
        var response = request.response();
        if (response.closed() || response.ended()) {
            answer.request().reset();
            return;
        }
        response.setStatusCode(answer.statusCode());
        copy(answer.headers(), response.headers(), name -> false);
        route.incoming().accept(response.headers());
        int length = length(answer);
        if (length >= 0 && length < WORTH_COMPRESSING && !response.headers().contains("Content-Encoding")) {
            response.putHeader("Content-Encoding", "identity");
        }
        if (length >= 0 && length <= SMALL && request.method() != HttpMethod.HEAD) {
            answer.body().onSuccess(response::end).onFailure(broken -> reset(answer, response));
            return;
        }
        if (length < 0 && hasBody(request, answer)) {
            response.setChunked(true);
        }
        answer.pipeTo(response).onFailure(broken -> reset(answer, response));
    }

    private static boolean hasBody(HttpServerRequest request, HttpClientResponse answer) {
        return request.method() != HttpMethod.HEAD && answer.statusCode() != 204 && answer.statusCode() != 304;
    }

    /// Of a body that is told beforehand and fits an int, else -1.
    private static int length(HttpClientResponse answer) {
        var length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || length.length() > 9 ? -1 : Integer.parseInt(length);
    }

    private static void reset(HttpClientResponse answer, HttpServerResponse response) {
        answer.request().reset();
        if (!response.closed()) {
            response.reset();
        }
    }

    private static void copy(MultiMap from, MultiMap to, Predicate<String> withheld) {
        for (var header : from) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !withheld.test(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static void refuse(HttpServerRequest request, @Nullable Throwable away) {
        LOG.debugf(away, "a service did not answer %s", request.path());
        Problems.AWAY.send(request);
    }
}
