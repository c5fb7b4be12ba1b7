package vn.lopmo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// `/api/{lms|content|assessment}/…` with the caller's token. The common case, a session whose token holds, is answered
/// here before authentication; else quarkus-oidc renews the token first, one call at a time for a session, and the call
/// goes on after it.
@ApplicationScoped
class ApiRoutes {
    private static final int BEFORE_AUTHENTICATION = -300;
    private static final int AFTER_AUTHENTICATION = 1;
    private static final long LONGEST_RENEWAL_MS = 10_000;
    private static final long LONGEST_OUTAGE_SECONDS = 300;
    private static final String BODY = "lopmo.body";
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    private static final String COOKIE = "q_session";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /// What browsers add and no service reads; the body goes compressed at most once, at this door. Fewer headers are
    /// less work for both.
    private static final Set<String> WITHHELD = Set.of(
            "cookie",
            "authorization",
            "origin",
            "referer",
            "accept-encoding",
            "x-requested-with",
            "dnt",
            "priority",
            "pragma",
            "cache-control",
            "x-package-origin");

    private static final Set<String> OPEN_TO_ALL = Set.of("/api/lms/setup");

    /// A school's open library: what is under it content-repo gives to anybody, and never with a reader's token, so
    /// that a page of another site that asks for it learns nothing of him.
    private static final String OPEN_LIBRARY = "/api/content/open/";

    /// What a secret in the address opens: calendars that other programs fetch, links of mails. Never with anybody's
    /// token, and a mail program posts there without our header (RFC 8058).
    private static final String BY_SECRET = "/api/lms/open/";

    private final Sessions sessions;
    private final Relay relay;
    private final Forwarded forwarded;
    private final PackageOrigins packages;
    private final Map<String, URI> services;
    private final long renewEarlySeconds;
    private final Map<String, Promise<Void>> renewals = new ConcurrentHashMap<>();
    /// Sessions whose renewal was tried a moment ago.
    private final Cache<String, Instant> tried = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(BETWEEN_TRIES)
            .build();

    ApiRoutes(Sessions sessions, Relay relay, Forwarded forwarded, PackageOrigins packages, WebConfig config) {
        this.packages = packages;
        this.forwarded = forwarded;
        this.renewEarlySeconds = config.renewEarly().toSeconds();
        this.sessions = sessions;
        this.relay = relay;
        this.services =
                Map.of("lms", config.lmsUrl(), "content", config.contentUrl(), "assessment", config.assessmentUrl());
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(BEFORE_AUTHENTICATION).handler(this::beforeAuthentication);
        router.route("/api/*").order(AFTER_AUTHENTICATION).handler(this::afterAuthentication);
    }

    private void beforeAuthentication(RoutingContext context) {
        var request = context.request();
        if (isOpenLibrary(context) || isBySecret(context)) {
            forward(context, null);
            return;
        }
        if (isForeign(request)) {
            Problems.FOREIGN_REQUEST.send(request);
            return;
        }
        if (OPEN_TO_ALL.contains(context.normalizedPath())) {
            forward(context, null);
            return;
        }
        var cookie = request.getCookie(COOKIE);
        if (cookie == null) {
            Problems.SIGNED_OUT.send(request);
            return;
        }
        var known = sessions.known(cookie.getValue());
        if (known != null && mayGoOn(known, Instant.now())) {
            forward(context, known);
        } else {
            renewFirst(context, cookie.getValue());
        }
    }

    /// POST is how some harvesters ask (OAI-PMH); nothing there changes anything.
    private static boolean isOpenLibrary(RoutingContext context) {
        var path = context.normalizedPath();
        var method = context.request().method();
        boolean harvest = method == HttpMethod.POST && path.endsWith("/oai");
        return path.startsWith(OPEN_LIBRARY) && (SAFE.contains(method) || harvest);
    }

    private static boolean isBySecret(RoutingContext context) {
        var method = context.request().method();
        return context.normalizedPath().startsWith(BY_SECRET) && (SAFE.contains(method) || method == HttpMethod.POST);
    }

    /// A token is renewed long before it ends, once in a while, until it works: while Keycloak or the database is away
    /// for a moment everybody goes on with the token he has. Those who call meanwhile do not wait.
    private boolean mayGoOn(Session session, Instant now) {
        if (session.secondsLeft(now) > renewEarlySeconds) {
            return true;
        }
        return session.isFresh(now) && tried.asMap().putIfAbsent(session.id(), now) != null;
    }

    /// Another site's page can make a browser send our cookie, but neither this header nor our Origin. A package's
    /// page on the second port of this host is another's page too, though browsers call it the same site.
    private static boolean isForeign(HttpServerRequest request) {
        if (comesFromElsewhere(request) && !isOpenedAsPage(request)) {
            return true;
        }
        if (SAFE.contains(request.method())) {
            return false;
        }
        var origin = request.getHeader("Origin");
        if (!"lopmo".equals(request.getHeader("X-Requested-With"))) {
            return true;
        }
        return origin != null && !origin.endsWith("://" + Hosts.of(request));
    }

    /// As browsers say over TLS and on localhost; elsewhere they do not say.
    static boolean comesFromElsewhere(HttpServerRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        return "cross-site".equals(from) || "same-site".equals(from);
    }

    /// A link in a letter may lead to a file.
    private static boolean isOpenedAsPage(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /// What follows may let the body run by before it comes to us again, so that a small one is read now.
    private void renewFirst(RoutingContext context, String id) {
        var request = context.request();
        if (Relay.isSmall(request)) {
            request.body().onSuccess(body -> {
                context.put(BODY, body);
                lookUp(context, id);
            });
            request.resume();
        } else {
            request.pause();
            lookUp(context, id);
        }
    }

    private void lookUp(RoutingContext context, String id) {
        sessions.find(id).onComplete(found -> {
            if (found.failed()) { // the database is away: he may well be signed in
                Problems.AWAY.send(context.request());
            } else if (found.result().isEmpty()) {
                Problems.SIGNED_OUT.send(context.request());
            } else if (found.result().get().secondsLeft(Instant.now()) > renewEarlySeconds) {
                forward(context, found.result().get());
            } else {
                renewOrWait(context, id);
            }
        });
    }

    private void renewOrWait(RoutingContext context, String id) {
        var mine = Promise.<Void>promise();
        var running = renewals.putIfAbsent(id, mine);
        if (running != null) {
            running.future().onComplete(done -> onceRenewed(context, id));
            return;
        }
        long timer = context.vertx().setTimer(LONGEST_RENEWAL_MS, late -> finish(id, mine));
        context.put("lopmo.renewal.done", (Runnable) () -> {
            context.vertx().cancelTimer(timer);
            finish(id, mine);
        });
        context.addEndHandler(ended -> finish(id, mine));
        context.addHeadersEndHandler(sent -> inOurWords(context, id));
        // quarkus-oidc then answers 499 instead of a redirect when the session cannot be renewed
        context.request().headers().set("X-Requested-With", "JavaScript");
        context.next();
    }

    /// The token could not be renewed, and quarkus-oidc would sign him out. That Keycloak is away looks the same as
    /// that it has ended his session: for some minutes he is told to try again, and keeps his cookie.
    private void inOurWords(RoutingContext context, String id) {
        var response = context.response();
        if (response.getStatusCode() == 499) {
            response.headers().remove(HttpHeaders.SET_COOKIE);
            var known = sessions.known(id);
            boolean mayCome = known != null && known.secondsLeft(Instant.now()) > -LONGEST_OUTAGE_SECONDS;
            response.setStatusCode(mayCome ? 503 : 401);
        }
    }

    private void finish(String id, Promise<Void> renewal) {
        renewals.remove(id, renewal);
        renewal.tryComplete();
    }

    private void onceRenewed(RoutingContext context, String id) {
        context.vertx().runOnContext(here -> {
            var known = sessions.known(id);
            if (known != null) {
                forward(context, known);
            } else {
                Problems.SIGNED_OUT.send(context.request());
            }
        });
    }

    private void afterAuthentication(RoutingContext context) {
        @Nullable Runnable renewed = context.remove("lopmo.renewal.done");
        if (renewed != null) {
            renewed.run();
        }
        var cookie = context.request().getCookie(COOKIE);
        var session = cookie == null ? null : sessions.known(cookie.getValue());
        if (session == null) {
            Problems.SIGNED_OUT.send(context.request());
        } else {
            forward(context, session);
        }
    }

    private void forward(RoutingContext context, @Nullable Session session) {
        var request = context.request();
        var path = context.normalizedPath();
        if (path.equals("/api/session") && session != null) {
            tell(context, session);
            return;
        }
        int end = path.indexOf('/', "/api/".length());
        var service = end < 0 ? null : services.get(path.substring("/api/".length(), end));
        if (service == null || isInternal(path, end) || Paths.isAmbiguous(path)) {
            Problems.NOT_FOUND.send(request);
            return;
        }
        @Nullable Buffer body = context.get(BODY);
        relay.carry(
                request,
                body,
                new Relay.Route(
                        service,
                        Paths.withQuery(path.substring(end), request),
                        ApiRoutes::isWithheld,
                        headers -> {
                            authorise(headers, session);
                            forwarded.tell(headers, request, path.substring(0, end));
                        },
                        headers -> protect(headers, isOpenLibrary(context))));
    }

    /// Pages of packages are shown by [PackageDoor] alone, never under the app's own origin.
    private static boolean isInternal(String path, int end) {
        return path.startsWith("/q/", end) || path.startsWith("/package-content", end);
    }

    private static boolean isWithheld(String name) {
        return name.startsWith("sec-") || WITHHELD.contains(name) || Forwarded.isOurs(name);
    }

    private static void authorise(MultiMap headers, @Nullable Session session) {
        if (session != null) {
            headers.set(HttpHeaders.AUTHORIZATION, session.bearer());
        }
    }

    /// @param open whether other sites may show it
    private static void protect(MultiMap headers, boolean open) {
        headers.remove("Set-Cookie").remove("WWW-Authenticate");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
        if (open) { // e-readers that are web pages ask from elsewhere
            headers.set("Access-Control-Allow-Origin", "*");
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    /// The address is what the parts behind are told of this device: a teacher sees it when he chooses a computer room.
    private void tell(RoutingContext context, Session session) {
        context.request().resume();
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("signedIn", true)
                        .put("secondsLeft", session.secondsLeft(Instant.now()))
                        .put("address", forwarded.device(context.request()))
                        .put(
                                "packages",
                                packages.address(Hosts.of(context.request()), forwarded.isTls(context.request())))
                        .encode());
    }
}
