package vn.lopmo.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the part behind how the browser called: from which device, under which name, with or without TLS. What the
/// browser itself claims of this never passes, unless a proxy of the school's stands in front of us.
@ApplicationScoped
class Forwarded {
    private static final CharSequence FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence PREFIX = HttpHeaders.createOptimized("X-Forwarded-Prefix");

    private final boolean behindProxy;

    Forwarded(WebConfig config) {
        this.behindProxy = config.behindTlsProxy();
    }

    /// A header, in lower case, that is ours alone to write.
    static boolean isOurs(String name) {
        return name.startsWith("x-forwarded-") || name.equals("forwarded");
    }

    /// @param prefix what was taken off the path, or ""
    void tell(MultiMap headers, HttpServerRequest request, String prefix) {
        headers.set(FOR, device(request));
        headers.set(PROTO, isTls(request) ? "https" : "http");
        headers.set(HOST, Hosts.of(request));
        if (!prefix.isEmpty()) {
            headers.set(PREFIX, prefix);
        }
    }

    boolean isTls(HttpServerRequest request) {
        return request.isSSL() || behindProxy && "https".equals(request.getHeader(PROTO));
    }

    String device(HttpServerRequest request) {
        @Nullable String told = behindProxy ? last(request.headers().getAll(FOR)) : null;
        return told == null ? request.remoteAddress().hostAddress() : told;
    }

    /// The last address is the one that the proxy saw; those before it may be anybody's invention. A proxy may write
    /// it behind them or in a line of its own.
    ///
    /// @param lines the header, in the order of the request
    static @Nullable String last(List<String> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        var line = lines.getLast();
        var address = line.substring(line.lastIndexOf(',') + 1).strip();
        return address.isEmpty() ? null : address;
    }
}
