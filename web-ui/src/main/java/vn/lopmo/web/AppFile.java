package vn.lopmo.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file of the app as it was built: its bytes, and the same bytes as the build compressed them, so that no request
/// costs compression. Read once from the class path.
record AppFile(
        String type,
        String tag,
        Buffer plain,
        @Nullable Buffer gzip,
        @Nullable Buffer brotli) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("wasm", "application/wasm"));

    /// One way to send it; `encoding` is null for the bytes as they are.
    record Form(@Nullable String encoding, Buffer bytes, String tag) {}

    /// The smallest form that the browser's `Accept-Encoding` takes.
    Form formFor(@Nullable String accepted) {
        var takes = accepted == null ? "" : accepted.toLowerCase(Locale.ROOT);
        if (brotli != null && takes(takes, "br")) {
            return new Form("br", brotli, '"' + tag + "-br\"");
        }
        if (gzip != null && takes(takes, "gzip")) {
            return new Form("gzip", gzip, '"' + tag + "-gz\"");
        }
        return new Form(null, plain, '"' + tag + '"');
    }

    private static boolean takes(String accepted, String coding) {
        for (var one : accepted.split(",")) {
            var parts = one.split(";");
            if (parts[0].trim().equals(coding)) {
                return parts.length == 1 || !parts[1].trim().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /// The file of that name in a folder of the class path, if there is one.
    static Optional<AppFile> read(String root, String name) {
        var path = root + name;
        var plain = bytes(path);
        if (plain == null) {
            return Optional.empty();
        }
        return Optional.of(new AppFile(typeOf(path), hash(plain), plain, bytes(path + ".gz"), bytes(path + ".br")));
    }

    private static String typeOf(String path) {
        return TYPES.getOrDefault(
                path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }

    private static @Nullable Buffer bytes(String path) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return in == null ? null : Buffer.buffer(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(Buffer bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.getBytes());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
