package vn.lopmo.content.file;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lopmo.content.file.reading.PackageKind;
import vn.lopmo.content.file.reading.Subtitles;
import vn.lopmo.content.material.MaterialType;

/// The kinds of file that a library takes. What is not named here is refused: HTML and SVG above all, which could run
/// scripts.
final class MediaTypes {
    static final String PDF = "application/pdf";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String EPUB = "application/epub+zip";
    static final String TEXT = "text/plain";
    static final String MARKDOWN = "text/markdown";
    static final String MP4 = "video/mp4";

    private static final Set<String> PACKAGES =
            Arrays.stream(PackageKind.values()).map(PackageKind::mediaType).collect(Collectors.toUnmodifiableSet());

    /// By the name's ending, what the content may be.
    private static final Map<String, Set<String>> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", Set.of(PDF)),
            Map.entry("docx", Set.of(DOCX)),
            Map.entry("pptx", Set.of(PPTX)),
            Map.entry("xlsx", Set.of(XLSX)),
            Map.entry("doc", Set.of("application/msword")),
            Map.entry("ppt", Set.of("application/vnd.ms-powerpoint")),
            Map.entry("xls", Set.of("application/vnd.ms-excel")),
            Map.entry("epub", Set.of(EPUB)),
            Map.entry("zip", PACKAGES),
            Map.entry("h5p", Set.of(PackageKind.H5P.mediaType())),
            Map.entry("png", Set.of("image/png")),
            Map.entry("jpg", Set.of("image/jpeg")),
            Map.entry("jpeg", Set.of("image/jpeg")),
            Map.entry("gif", Set.of("image/gif")),
            Map.entry("webp", Set.of("image/webp")),
            Map.entry("mp4", Set.of(MP4)),
            Map.entry("m4v", Set.of(MP4)),
            Map.entry("webm", Set.of("video/webm")),
            Map.entry("mp3", Set.of("audio/mpeg")),
            Map.entry("m4a", Set.of("audio/mp4")),
            Map.entry("ogg", Set.of("audio/ogg", "audio/vorbis", "video/ogg")),
            Map.entry("vtt", Set.of(Subtitles.WEBVTT, TEXT)),
            Map.entry("srt", Set.of(Subtitles.SUBRIP, TEXT)),
            Map.entry("txt", Set.of(TEXT)),
            Map.entry("md", Set.of(MARKDOWN)));

    private static final Map<String, String> SAME = Map.of(
            "text/x-web-markdown",
            MARKDOWN,
            "application/mp4",
            MP4,
            "video/x-m4v",
            MP4,
            "video/quicktime",
            MP4,
            "application/x-matroska",
            "video/webm",
            "audio/vorbis",
            "audio/ogg",
            "application/x-subtitle",
            Subtitles.SUBRIP,
            "text/x-subrip",
            Subtitles.SUBRIP);

    private MediaTypes() {}

    static boolean knowsEnding(String extension) {
        return BY_ENDING.containsKey(extension);
    }

    /// Whether that content may bear that ending.
    static boolean agree(String extension, String mediaType) {
        return BY_ENDING.getOrDefault(extension, Set.of()).contains(mediaType);
    }

    static String canonical(String detected) {
        return SAME.getOrDefault(detected, detected);
    }

    /// Subtitles look like any other text: their name says what they are.
    static String named(String extension, String mediaType) {
        return switch (extension) {
            case "vtt" -> Subtitles.WEBVTT;
            case "srt" -> Subtitles.SUBRIP;
            default -> mediaType;
        };
    }

    static boolean isSubtitle(String mediaType) {
        return mediaType.equals(Subtitles.WEBVTT) || mediaType.equals(Subtitles.SUBRIP);
    }

    /// Shown in the browser in place; everything else is only ever saved.
    static boolean inline(String mediaType) {
        return mediaType.equals(PDF)
                || mediaType.startsWith("image/")
                || mediaType.startsWith("video/")
                || mediaType.startsWith("audio/");
    }

    static boolean isZip(String mediaType) {
        return Set.of(DOCX, PPTX, XLSX, EPUB).contains(mediaType) || PackageKind.isPackage(mediaType);
    }

    static boolean isOffice(String mediaType) {
        return Set.of(DOCX, PPTX, XLSX).contains(mediaType) || IngestStep.isOldOffice(mediaType);
    }

    /// What a limit of size is set for.
    enum Kind {
        VIDEO,
        AUDIO,
        IMAGE,
        TEXT,
        DOCUMENT
    }

    static Kind kind(String extension) {
        var mediaType =
                BY_ENDING.getOrDefault(extension, Set.of(PDF)).iterator().next();
        if (mediaType.startsWith("video/") && !extension.equals("ogg")) {
            return Kind.VIDEO;
        }
        return switch (mediaType.substring(0, mediaType.indexOf('/'))) {
            case "audio", "video" -> Kind.AUDIO;
            case "image" -> Kind.IMAGE;
            case "text" -> Kind.TEXT;
            default -> Kind.DOCUMENT;
        };
    }

    /// The material's type that a librarian would most likely choose.
    static MaterialType likelyType(String mediaType) {
        return switch (mediaType) {
            case PPTX, "application/vnd.ms-powerpoint" -> MaterialType.BAI_GIANG;
            case EPUB -> MaterialType.SACH;
            default ->
                mediaType.startsWith("video/")
                        ? MaterialType.VIDEO
                        : mediaType.startsWith("audio/")
                                ? MaterialType.AM_THANH
                                : mediaType.startsWith("image/")
                                        ? MaterialType.HINH_ANH
                                        : PackageKind.isPackage(mediaType)
                                                ? MaterialType.GOI_TUONG_TAC
                                                : MaterialType.TAI_LIEU;
        };
    }
}
