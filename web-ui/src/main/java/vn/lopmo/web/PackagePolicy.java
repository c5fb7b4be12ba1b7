package vn.lopmo.web;

import io.vertx.core.MultiMap;

/// The headers under which strangers' pages run on the content origin. They may do what a course needs, among
/// themselves; they reach no other address, install nothing, and are shown by the app alone.
final class PackagePolicy {
    private static final String WITHIN = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:;"
            + " connect-src 'self' data: blob:; frame-src 'self' blob:; object-src 'none'; worker-src 'none';"
            + " base-uri 'self'; form-action 'none'; frame-ancestors 'self' ";
    private static final String SANDBOX = "; sandbox allow-scripts allow-same-origin allow-forms allow-modals";
    private static final String NO_DEVICES = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(),"
            + " serial=(), usb=(), xr-spatial-tracking=()";

    private PackagePolicy() {}

    /// @param appOrigin the page that may frame it
    /// @param shared whether other packages have the same origin: then no new window opens either, for under the
    /// app's     host it would carry the session's cookie
    static void write(MultiMap headers, String appOrigin, boolean shared) {
        headers.remove("Set-Cookie");
        headers.set("Content-Security-Policy", WITHIN + appOrigin + SANDBOX + (shared ? "" : " allow-popups"));
        headers.set("Permissions-Policy", NO_DEVICES);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Origin-Agent-Cluster", "?1");
        headers.set("X-Robots-Tag", "noindex");
    }
}
