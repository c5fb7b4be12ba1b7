package vn.lopmo.content.exchange;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Addresses of the open library as the world writes them: under the name by which the reader called, as web-ui tells
/// it. What is told becomes part of documents, so nothing but a plain host and path is taken.
record Addresses(String base) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,255}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9-]+){0,4}");

    static Addresses of(HttpHeaders headers, String code) {
        var scheme = "https".equals(headers.getHeaderString("X-Forwarded-Proto")) ? "https" : "http";
        var told = headers.getHeaderString("X-Forwarded-Host");
        var host = plain(told == null ? headers.getHeaderString("Host") : told, HOST, "localhost");
        var prefix = plain(headers.getHeaderString("X-Forwarded-Prefix"), PREFIX, "");
        return new Addresses(scheme + "://" + host + prefix + "/open/" + code);
    }

    private static String plain(@Nullable String told, Pattern pattern, String otherwise) {
        return told != null && pattern.matcher(told).matches() ? told : otherwise;
    }

    String home() {
        return base + "/materials";
    }

    String oai() {
        return base + "/oai";
    }

    String opds() {
        return base + "/opds";
    }

    /// Publications that fit, in pages.
    String publications(Map<String, String> wish) {
        return base + "/opds/publications" + query(wish);
    }

    /// A template of RFC 6570.
    String opdsSearch() {
        return base + "/opds/publications{?query}";
    }

    String publication(UUID material) {
        return base + "/opds/publications/" + material;
    }

    String rss() {
        return base + "/rss";
    }

    String material(UUID material) {
        return base + "/materials/" + material;
    }

    String citation(UUID material, String format) {
        return material(material) + "/citation?format=" + format;
    }

    String file(UUID file) {
        return base + "/files/" + file;
    }

    String thumbnail(UUID file) {
        return base + "/files/" + file + "/thumbnail";
    }

    static String query(Map<String, String> wish) {
        var query = wish.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
