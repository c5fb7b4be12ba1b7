package vn.lopmo.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names under which this door answers. A foreign name (DNS rebinding, a forged Host) is refused before anything
/// else looks at it.
@ApplicationScoped
class Hosts {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> named;
    /// Nearly every request carries the same name as the one before it.
    private volatile String allowed = "";

    @Inject
    Hosts(WebConfig config) {
        this(config.hosts().orElse(Set.of()));
    }

    Hosts(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    /// As the browser wrote it, with the port if it named one; over HTTP/2 there is no Host header.
    static String of(HttpServerRequest request) {
        @Nullable String host = request.getHeader(HttpHeaders.HOST);
        if (host != null) {
            return host;
        }
        var authority = request.authority();
        if (authority == null) {
            return "";
        }
        return authority.port() > 0 ? authority.host() + ":" + authority.port() : authority.host();
    }

    boolean allow(String hostAndPort) {
        if (hostAndPort.equals(allowed)) {
            return !allowed.isEmpty();
        }
        boolean isOurs = isOurs(hostAndPort);
        if (isOurs) {
            allowed = hostAndPort;
        }
        return isOurs;
    }

    private boolean isOurs(String hostAndPort) {
        var host = withoutPort(hostAndPort).toLowerCase(Locale.ROOT);
        return named.contains(host)
                || ADDRESS.matcher(host).matches()
                || host.endsWith(".local")
                || (!host.isEmpty() && host.indexOf('.') < 0);
    }

    private static String withoutPort(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return colon > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, colon) : hostAndPort;
    }
}
