package vn.lopmo.content.file.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a browser is told an entry of a package is, by its ending: packages say nothing better. Pages and scripts name
/// their own encoding.
final class EntryTypes {
    private static final Map<String, String> BY_ENDING = new HashMap<>();

    static {
        add("text/html", "html htm");
        add("application/xhtml+xml", "xhtml xht");
        add("text/javascript", "js mjs cjs");
        add("text/css", "css");
        add("application/json", "json map webmanifest");
        add("text/xml", "xml xsd xsl dtd");
        add("text/plain", "txt md csv srt");
        add("text/vtt", "vtt");
        add("image/svg+xml", "svg");
        add("image/png", "png");
        add("image/jpeg", "jpg jpeg jpe");
        add("image/gif", "gif");
        add("image/webp", "webp");
        add("image/avif", "avif");
        add("image/bmp", "bmp");
        add("image/x-icon", "ico cur");
        add("video/mp4", "mp4 m4v");
        add("video/webm", "webm");
        add("video/ogg", "ogv");
        add("audio/mpeg", "mp3");
        add("audio/mp4", "m4a aac");
        add("audio/ogg", "ogg oga opus");
        add("audio/wav", "wav");
        add("font/woff", "woff");
        add("font/woff2", "woff2");
        add("font/ttf", "ttf");
        add("font/otf", "otf");
        add("application/vnd.ms-fontobject", "eot");
        add("application/pdf", "pdf");
        add("application/wasm", "wasm");
    }

    private EntryTypes() {}

    static String of(String path) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, "application/octet-stream");
    }

    static boolean isPage(String path) {
        return of(path).contains("html");
    }

    private static void add(String type, String endings) {
        for (var ending : endings.split(" ")) {
            BY_ENDING.put(ending, type);
        }
    }
}
