package vn.lopmo.platform.person;

import java.util.Map;

/// The name that a person's file has in his export: numbered, so that no two are the same, and of signs that every
/// system takes.
final class FilePath {
    static final String FOLDER = "tep/";

    private static final int LONGEST = 120;
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/webp", "webp",
            "image/gif", "gif",
            "audio/webm", "webm",
            "audio/ogg", "ogg",
            "audio/mp4", "m4a",
            "audio/mpeg", "mp3",
            "application/pdf", "pdf",
            "text/plain", "txt");

    private FilePath() {}

    /// @param place from 1
    static String of(int place, HeldFiles.HeldFile file) {
        return FOLDER + "%03d-".formatted(place) + ended(plain(file.name()), file.mediaType());
    }

    private static String plain(String name) {
        var plain = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", "-").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }

    private static String ended(String name, String mediaType) {
        var ending = ENDINGS.get(mediaType);
        return ending == null || name.matches(".*\\.[A-Za-z0-9]{2,5}") ? name : name + "." + ending;
    }
}
