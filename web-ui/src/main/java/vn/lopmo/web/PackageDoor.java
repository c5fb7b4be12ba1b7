package vn.lopmo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The second door: pages of interactive packages, on a port and under names where nobody is signed in. It reads no
/// cookie and sets none; all that it is asked is `/{ticket}/{path…}`, and what it gives stands under [PackagePolicy].
@ApplicationScoped
class PackageDoor {
    private static final Logger LOG = Logger.getLogger(PackageDoor.class);
    private static final Pattern ASKED = Pattern.compile("/([A-Za-z0-9_-]{43})/(.+)");
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int LISTENERS = 2;
    private static final String APP_ORIGIN = "X-App-Origin";
    private static final String PACKAGE_ORIGIN = "X-Package-Origin";

    private final Vertx vertx;
    private final PackageOrigins origins;
    private final PlayerFiles player;
    private final Relay relay;
    private final WebConfig config;
    private final String host;
    private final Cache<String, String> appOrigins = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    PackageDoor(
            Vertx vertx,
            PackageOrigins origins,
            PlayerFiles player,
            Relay relay,
            WebConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.vertx = vertx;
        this.origins = origins;
        this.player = player;
        this.relay = relay;
        this.config = config;
        this.host = host;
    }

    void open(@Observes StartupEvent started) throws Exception {
        // one listener finds out which port it is, if any will do
        for (int n = 0; n < LISTENERS; n++) {
            vertx.deployVerticle(new Listener(), new DeploymentOptions())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        }
        LOG.infof("packages are shown on port %d", origins.port());
    }

    private final class Listener extends AbstractVerticle {
        @Override
        public void start(Promise<Void> ready) {
            var router = Router.router(vertx);
            router.route().handler(PackageDoor.this::answer);
            var options = new HttpServerOptions()
                    .setHost(host)
                    .setPort(origins.port())
                    .setIdleTimeout(60)
                    .setCompressionSupported(true)
                    .setCompressionLevel(2);
            vertx.createHttpServer(options)
                    .requestHandler(router)
                    .listen()
                    .onSuccess(server -> origins.listensOn(server.actualPort()))
                    .<Void>mapEmpty()
                    .onComplete(ready);
        }
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var path = context.normalizedPath();
        var name = origins.nameIn(Hosts.of(request));
        var asked = ASKED.matcher(path);
        if (name.isEmpty()) {
            Problems.UNKNOWN_HOST.send(request);
        } else if (isRefused(request)) {
            Problems.FOREIGN_REQUEST.send(request);
        } else if (!asked.matches() || Paths.isAmbiguous(path.replace("%25", ""))) {
            Problems.NOT_FOUND.send(request);
        } else if (asked.group(2).startsWith(PlayerFiles.FOLDER)) {
            player(request, asked.group(1), asked.group(2), name.get());
        } else {
            carry(request, path, name.get());
        }
    }

    /// A package is only looked at, inside the app, and installs no worker that would outlive it.
    private static boolean isRefused(HttpServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return !reads
                || request.getHeader("Service-Worker") != null
                || "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private void carry(HttpServerRequest request, String path, String name) {
        relay.carry(
                request,
                new Relay.Route(
                        config.contentUrl(),
                        "/package-content" + path,
                        PackageDoor::isWithheld,
                        headers -> headers.set(PACKAGE_ORIGIN, name),
                        headers -> dress(headers, name)));
    }

    /// All that content-repo needs to know of the browser is which bytes it wants.
    private static boolean isWithheld(String header) {
        return !header.equals("range")
                && !header.equals("if-range")
                && !header.equals("if-none-match")
                && !header.equals("accept-language");
    }

    private static void dress(MultiMap headers, String name) {
        var appOrigin = Optional.ofNullable(headers.get(APP_ORIGIN)).orElse("'none'");
        headers.remove(APP_ORIGIN);
        var type = Optional.ofNullable(headers.get("Content-Type")).orElse("");
        boolean isPart = headers.contains("Content-Range");
        if (isPart || !type.matches("(text/|application/(json|xhtml|wasm)|image/svg).*")) {
            headers.set("Content-Encoding", "identity");
        }
        PackagePolicy.write(headers, appOrigin, name.equals(PackageOrigins.SHARED));
    }

    private void player(HttpServerRequest request, String ticket, String file, String name) {
        appOrigin(ticket, name)
                .onSuccess(appOrigin -> player.send(request, file, headers -> {
                    boolean shared = name.equals(PackageOrigins.SHARED);
                    PackagePolicy.write(headers, appOrigin, shared);
                    if (shared && request.getParam("fresh") != null) {
                        headers.set("Clear-Site-Data", "\"storage\"");
                    }
                }))
                .onFailure(none -> Problems.NOT_FOUND.send(request));
    }

    /// Who may show what this ticket opens; fails if it opens nothing.
    private Future<String> appOrigin(String ticket, String name) {
        var key = name + "/" + ticket;
        var known = appOrigins.getIfPresent(key);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        return relay.ask(
                        config.contentUrl(), "/package-content/" + ticket, headers -> headers.set(PACKAGE_ORIGIN, name))
                .compose(answer -> {
                    var origin = answer.get(APP_ORIGIN);
                    if (origin == null) {
                        return Future.failedFuture("no such ticket");
                    }
                    appOrigins.put(key, origin);
                    return Future.succeededFuture(origin);
                });
    }
}
