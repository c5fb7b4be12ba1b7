package vn.lopmo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Under which addresses interactive packages are shown: never under the app's own, and each under a name of its own
/// where the server has names enough.
///
/// `localhost` has (every name under it is this machine), and so has a school that gives us a wildcard name. Under a
/// bare address of the school's network all packages share one origin, that of the second port (docs/adr/0012).
@ApplicationScoped
class PackageOrigins {
    /// Told in place of a package's name where there is but one origin for all.
    static final String SHARED = "shared";

    private static final String PLACE = "{package}";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final String LOCALHOST = "localhost";

    private final Hosts hosts;
    private final @Nullable String address;
    private volatile int port;

    @Inject
    PackageOrigins(Hosts hosts, WebConfig config, @ConfigProperty(name = "quarkus.http.port") int mainPort) {
        this(
                hosts,
                config.packages().port().orElse(mainPort + 1),
                config.packages().address().orElse(null));
    }

    PackageOrigins(Hosts hosts, int port, @Nullable String address) {
        this.hosts = hosts;
        this.address = address;
        this.port = port;
    }

    int port() {
        return port;
    }

    /// Where the listener really stands, if any free port was asked for.
    void listensOn(int actual) {
        port = actual;
    }

    /// The origin of packages for a browser that has the app open under this host; `{package}` stands for the name.
    String address(String appHost, boolean tls) {
        if (address != null) {
            return address;
        }
        var host = withoutPort(appHost);
        var scheme = tls ? "https://" : "http://";
        return scheme + (host.equals(LOCALHOST) ? PLACE + "." + host : host) + ":" + port;
    }

    /// As the app's Content-Security-Policy names what it may frame.
    String frames(String appHost, boolean tls) {
        return address(appHost, tls).replace(PLACE, "*");
    }

    /// The name that a request for a package came under; [#SHARED] if it has none; empty if the host is not ours.
    Optional<String> nameIn(String hostAndPort) {
        var host = withoutPort(hostAndPort).toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        if (dot > 0 && NAME.matcher(host.substring(0, dot)).matches()) {
            return host.substring(dot + 1).equals(zone()) ? Optional.of(host.substring(0, dot)) : Optional.empty();
        }
        boolean hasNames = (address != null && address.contains(PLACE)) || host.equals(LOCALHOST);
        return !hasNames && hosts.allow(hostAndPort) ? Optional.of(SHARED) : Optional.empty();
    }

    /// What comes behind a package's name.
    private String zone() {
        if (address == null || !address.contains(PLACE + ".")) {
            return LOCALHOST;
        }
        return withoutPort(URI.create(address.replace(PLACE + ".", "")).getAuthority());
    }

    private static String withoutPort(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return colon > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, colon) : hostAndPort;
    }
}
