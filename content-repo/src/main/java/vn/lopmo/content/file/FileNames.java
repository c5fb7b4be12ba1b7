package vn.lopmo.content.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// Names of files as strangers send them, made harmless.
final class FileNames {
    private static final int LONGEST = 160;
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"|?*\\\\/]");

    private FileNames() {}

    static String clean(@Nullable String sent) {
        var name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = VietnameseText.tidy(UNWANTED.matcher(name).replaceAll(" "));
        while (name.startsWith(".")) {
            name = name.substring(1).strip();
        }
        return name.isEmpty() ? "tep" : shortened(name);
    }

    /// In lower case, without the dot; empty if there is none.
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// RFC 6266: a plain name for old clients, the real one for all others.
    static String disposition(boolean inline, String name) {
        var plain = VietnameseText.fold(name).replaceAll("[^a-z0-9._ -]", "_");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var result = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (Character.isLetterOrDigit(each) && each > 0 || each == '.' || each == '-' || each == '_') {
                result.append((char) each);
            } else {
                result.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xFF));
            }
        }
        return result.toString();
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var extension = extension(name);
        var ending = extension.isEmpty() || extension.length() > 8 ? "" : "." + extension;
        return name.substring(0, LONGEST - ending.length()) + ending;
    }

    /// Of subtitles, as players look for it: `phim.en.srt` is English; Vietnamese if nothing is said.
    static String language(String name) {
        var parts = name.toLowerCase(Locale.ROOT).split("\\.", -1);
        var said = parts.length < 3 ? "" : parts[parts.length - 2];
        return said.matches("[a-z]{2}") ? said : "vi";
    }
}
