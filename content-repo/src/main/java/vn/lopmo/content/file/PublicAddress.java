package vn.lopmo.content.file;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import vn.lopmo.platform.refusal.Refusal;

/// Where a link leads. A name is resolved once, all its addresses are looked at, and the connection is then made to the
/// very address that was looked at: a name that answers otherwise a moment later leads nowhere else.
record PublicAddress(URI uri, InetAddress address) {
    /// @param alsoPrivate whether this school fetches from its own network, too
    /// @throws Refusal.Invalid if it is no link of the web, or leads into a network that is nobody's business
    static PublicAddress of(String link, boolean alsoPrivate) {
        var uri = parsed(link);
        try {
            var all = InetAddress.getAllByName(bare(uri.getHost()));
            for (var each : all) {
                if (!alsoPrivate && !isPublic(each)) {
                    throw new Refusal.Invalid("link-not-public");
                }
            }
            return new PublicAddress(uri, all[0]);
        } catch (UnknownHostException unknown) {
            throw new Refusal.Invalid("link-away");
        }
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /// Path and query, as they are asked for.
    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static URI parsed(String link) {
        try {
            var uri = URI.create(link.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException nonsense) {
            // refused below
        }
        throw new Refusal.Invalid("link-broken");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// Neither this machine, nor its neighbours, nor what only looks like another address (IPv4 inside IPv6).
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address v4 -> isPublicV4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
            case Inet6Address v6 -> isPublicV6(bytes);
            default -> false;
        };
    }

    /// The special blocks of the IANA registry (RFC 6890) that the JDK's own questions leave out.
    private static boolean isPublicV4(int a, int b, int c) {
        boolean carrier = a == 100 && b >= 64 && b < 128;
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean documentation = (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        return a != 0 && a < 240 && !carrier && !benchmark && !documentation;
    }

    /// Global unicast only (2000::/3), without the tunnels that carry an IPv4 address.
    private static boolean isPublicV6(byte[] bytes) {
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
