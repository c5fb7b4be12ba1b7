package vn.lopmo.assessment.paper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Safe Exam Browser's Config Key: the browser proves its settings by SHA-256 of the page's URL without fragment,
/// followed by the key, both as text (safeexambrowser.org/developer/seb-config-key.html).
///
/// Honest learners must not be turned away because a proxy changed how the URL is written (seb-win-refactoring#595),
/// so the same URL is tried with and without its port and its last slash.
public final class ConfigKey {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private ConfigKey() {}

    /// @throws Refusal.Invalid if it is not 64 hexadecimal digits
    static String of(String text) {
        var key = text.strip().toLowerCase(Locale.ROOT);
        if (!KEY.matcher(key).matches()) {
            throw new Refusal.Invalid("config-key-malformed");
        }
        return key;
    }

    /// Whether the hash comes from a browser with one of the keys, on that page of one of the hosts.
    ///
    /// @param hosts names without ports that the page may have
    public static boolean proves(
            Collection<String> keys, @Nullable String url, @Nullable String hash, Collection<String> hosts) {
        if (url == null || hash == null) {
            return false;
        }
        var page = page(url);
        var wanted = hash.strip().toLowerCase(Locale.ROOT);
        return page != null
                && hosts.contains(bare(page.getHost()))
                && spellings(page, url).stream().anyMatch(spelling -> keys.stream()
                        .anyMatch(key -> hash(spelling, key).equals(wanted)));
    }

    /// The name of a host as it is compared: lower case, without its port.
    public static String bare(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        var host = colon > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, colon) : hostAndPort;
        return host.toLowerCase(Locale.ROOT);
    }

    static String hash(String url, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((url + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable URI page(String url) {
        try {
            var page = URI.create(withoutFragment(url));
            var scheme = page.getScheme();
            boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return web && page.getHost() != null ? page : null;
        } catch (IllegalArgumentException noUrl) {
            return null;
        }
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private static Set<String> spellings(URI page, String given) {
        var query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        var path = page.getRawPath() == null ? "" : page.getRawPath();
        var shorter = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var spellings = new LinkedHashSet<String>();
        spellings.add(withoutFragment(given));
        for (var scheme : List.of("https", "http")) {
            for (var host : hosts(page, scheme)) {
                spellings.add(scheme + "://" + host + shorter + query);
                spellings.add(scheme + "://" + host + shorter + "/" + query);
            }
        }
        return spellings;
    }

    private static List<String> hosts(URI page, String scheme) {
        var name = page.getHost().toLowerCase(Locale.ROOT);
        var usual = name + (scheme.equals("https") ? ":443" : ":80");
        return page.getPort() < 0 ? List.of(name, usual) : List.of(name + ":" + page.getPort(), name, usual);
    }
}
