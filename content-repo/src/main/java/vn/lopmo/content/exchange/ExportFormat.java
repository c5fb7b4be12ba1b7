package vn.lopmo.content.exchange;

import java.util.Arrays;
import java.util.Locale;
import vn.lopmo.platform.refusal.Refusal;

/// What a material leaves the library as.
enum ExportFormat {
    /// For e-readers: EPUB 3.3.
    EPUB("application/epub+zip", "epub"),
    /// For other learning platforms.
    SCORM12("application/zip", "zip"),
    /// 4th edition.
    SCORM2004("application/zip", "zip");

    private final String mediaType;
    private final String ending;

    ExportFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /// @throws Refusal.Invalid if there is no such format
    static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("export-format-unknown"));
    }

    boolean isCourse() {
        return this != EPUB;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }
}
