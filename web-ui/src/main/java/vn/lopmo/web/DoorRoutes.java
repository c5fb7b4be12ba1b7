package vn.lopmo.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything at the door but the API: which hosts it answers to, the headers that every page carries, sign-in,
/// Keycloak behind `/auth`. The app itself is [AppRoutes].
@ApplicationScoped
class DoorRoutes {
    private static final int FIRST = -400;
    private static final int AFTER_AUTHENTICATION = 1;
    /// Scripts are files of ours, never text in a page. A page of ours may frame another: a lesson in a phone's width.
    private static final String POLICY = "default-src 'self'; script-src 'self'; img-src 'self' data: blob:;"
            + " media-src 'self' blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self';"
            + " frame-ancestors 'self'; form-action 'self'; frame-src 'self' ";

    /// Cookies of ours are not Keycloak's business; its own are put back.
    private static final Set<String> CREDENTIALS = Set.of("cookie", "authorization");

    private final Hosts hosts;
    private final Relay relay;
    private final Forwarded forwarded;
    private final PackageOrigins packages;
    private final WebConfig config;
    private final String keycloak;
    private final String embeds;

    DoorRoutes(Hosts hosts, Relay relay, Forwarded forwarded, PackageOrigins packages, WebConfig config) {
        this.packages = packages;
        this.forwarded = forwarded;
        this.hosts = hosts;
        this.relay = relay;
        this.config = config;
        this.keycloak = config.keycloakUrl().toString();
        this.embeds =
                config.embeds().orElse(List.of()).stream().map(" "::concat).collect(Collectors.joining());
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::atTheDoor);
        router.route("/auth/*").order(FIRST + 1).handler(this::keycloak);
        router.get("/login").order(AFTER_AUTHENTICATION).handler(DoorRoutes::signedIn);
    }

    private void atTheDoor(RoutingContext context) {
        var request = context.request();
        if (!context.normalizedPath().startsWith("/q/") && !hosts.allow(Hosts.of(request))) {
            Problems.UNKNOWN_HOST.send(request);
            return;
        }
        if (context.normalizedPath().startsWith("/login") && ApiRoutes.comesFromElsewhere(request)) {
            refuseForeignSignIn(context);
            return;
        }
        if (!context.normalizedPath().startsWith("/api/")) {
            context.addHeadersEndHandler(sent -> finishHeaders(context));
        }
        context.next();
    }

    /// Nobody is signed in by another site's page, with a state that it planted; from the first page he may go on
    /// himself.
    private static void refuseForeignSignIn(RoutingContext context) {
        context.response().setStatusCode(303).putHeader("Location", "/").end();
    }

    private void finishHeaders(RoutingContext context) {
        var headers = context.response().headers();
        var location = headers.get("Location");
        if (location != null && location.startsWith(keycloak + "/auth/")) {
            headers.set("Location", location.substring(keycloak.length()));
        }
        var path = context.normalizedPath();
        if (!path.startsWith("/auth/")) {
            var request = context.request();
            headers.set(
                    "Content-Security-Policy",
                    POLICY + packages.frames(Hosts.of(request), forwarded.isTls(request)) + embeds);
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "same-origin");
            if (!headers.contains("Cache-Control")) {
                headers.set("Cache-Control", "no-cache");
            }
        }
    }

    /// Keycloak's own pages of our realm; its administration is not to be reached through the school's address.
    private void keycloak(RoutingContext context) {
        var request = context.request();
        var path = context.normalizedPath();
        boolean ours = path.startsWith("/auth/realms/" + config.realm() + "/") || path.startsWith("/auth/resources/");
        if (!ours || Paths.isAmbiguous(path)) {
            Problems.NOT_FOUND.send(request);
            return;
        }
        relay.carry(
                request,
                new Relay.Route(
                        config.keycloakUrl(),
                        Paths.withQuery(path, request),
                        DoorRoutes::isWithheld,
                        headers -> browsersView(headers, request),
                        this::relative));
    }

    private static boolean isWithheld(String name) {
        return CREDENTIALS.contains(name) || Forwarded.isOurs(name);
    }

    private void browsersView(MultiMap headers, HttpServerRequest request) {
        forwarded.tell(headers, request, "");
        var cookies = keycloaksOwn(request.getHeader("Cookie"));
        if (!cookies.isEmpty()) {
            headers.set("Cookie", cookies);
        }
    }

    private static String keycloaksOwn(@Nullable String cookies) {
        if (cookies == null) {
            return "";
        }
        return Arrays.stream(cookies.split(";\\s*"))
                .filter(cookie -> !cookie.startsWith("q_"))
                .collect(Collectors.joining("; "));
    }

    private void relative(MultiMap headers) {
        var location = headers.get("Location");
        if (location != null && location.startsWith(keycloak)) {
            headers.set("Location", location.substring(keycloak.length()));
        }
    }

    /// After sign-in: back to the page that asked for it, if that is one of ours.
    private static void signedIn(RoutingContext context) {
        var to = context.request().getParam("to");
        context.response()
                .setStatusCode(302)
                .putHeader("Location", to != null && isLocal(to) ? to : "/")
                .end();
    }

    private static boolean isLocal(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return false;
        }
        try {
            return URI.create(path).getAuthority() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
