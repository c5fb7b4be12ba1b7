package vn.lopmo.assessment.sitting;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.AddressRange;
import vn.lopmo.assessment.paper.ConfigKey;

/// Where the request in hand comes from, as far as it can be believed.
@ApplicationScoped
class Visits {
    private static final String CONFIG_KEY_HASH = "X-SafeExamBrowser-ConfigKeyHash";
    /// The page of which a script tells the hash, for requests without a body.
    private static final String PAGE = "X-SafeExamBrowser-Page";

    private final CurrentVertxRequest requests;
    private final List<AddressRange> proxies;
    private final Set<String> named;

    Visits(CurrentVertxRequest requests, DoorConfig config) {
        this.requests = requests;
        this.proxies = config.proxies().stream().map(AddressRange::of).toList();
        this.named = config.hosts().orElse(Set.of());
    }

    /// @param address the learner's device, or the school's router
    /// @param url what the browser asked for, as it wrote it
    /// @param page the page that says it has that hash, if the browser does not
    record Visit(
            Optional<InetAddress> address,
            Set<String> hosts,
            @Nullable String url,
            @Nullable String page,
            @Nullable String configKeyHash) {}

    Visit current() {
        var request = requests.getCurrent().request();
        boolean trusted = peer(request).stream().anyMatch(this::isProxy);
        var host = host(request, trusted);
        var hosts = new HashSet<>(named);
        hosts.add(ConfigKey.bare(host));
        return new Visit(
                address(request, trusted),
                hosts,
                url(request, host, trusted),
                request.getHeader(PAGE),
                request.getHeader(CONFIG_KEY_HASH));
    }

    private static Optional<InetAddress> peer(HttpServerRequest request) {
        var peer = request.remoteAddress();
        return peer == null ? Optional.empty() : read(peer.hostAddress());
    }

    private boolean isProxy(InetAddress peer) {
        return proxies.stream().anyMatch(range -> range.has(peer));
    }

    /// The last one is what our own proxy saw; what stands before it may be anybody's invention.
    private static Optional<InetAddress> address(HttpServerRequest request, boolean trusted) {
        var told = request.getHeader("X-Forwarded-For");
        return trusted && told != null ? read(told.substring(told.lastIndexOf(',') + 1)) : peer(request);
    }

    private static Optional<InetAddress> read(@Nullable String address) {
        try {
            return address == null ? Optional.empty() : Optional.of(AddressRange.address(address.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String host(HttpServerRequest request, boolean trusted) {
        var told = trusted ? request.getHeader("X-Forwarded-Host") : null;
        var own = told == null ? request.getHeader("Host") : told;
        return own == null ? "" : own.toLowerCase(Locale.ROOT);
    }

    private static String url(HttpServerRequest request, String host, boolean trusted) {
        var scheme = trusted ? request.getHeader("X-Forwarded-Proto") : null;
        var prefix = trusted ? request.getHeader("X-Forwarded-Prefix") : null;
        return (scheme == null ? "http" : scheme) + "://" + host + (prefix == null ? "" : prefix) + request.uri();
    }
}
