package vn.lopmo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names under which this door answers. A foreign name (DNS rebinding, a forged Host) is refused before anything
/// else looks at it.
@ApplicationScoped
class Hosts {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> named;

    @Inject
    Hosts(WebConfig config) {
        this(config.hosts().orElse(Set.of()));
    }

    Hosts(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    boolean allow(String hostAndPort) {
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
