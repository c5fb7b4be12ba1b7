package vn.lopmo.content.packages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The origin of the page that a browser has open, as web-ui tells it: alone allowed to show a package.
final class AppOrigin {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    private AppOrigin() {}

    /// It becomes part of a header, so nothing but a plain host is taken.
    static String of(@Nullable String scheme, @Nullable String host) {
        if (host == null || !HOST.matcher(host).matches()) {
            return "'none'";
        }
        return ("https".equals(scheme) ? "https" : "http") + "://" + host;
    }
}
