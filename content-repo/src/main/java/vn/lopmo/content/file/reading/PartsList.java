package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pictures on their way from the child to the service: files named by their hash, and a list of them.
public final class PartsList {
    static final String NAME = "parts.tsv";
    static final String FOLDER = "parts";
    static final String THUMBNAIL = "thumbnail.txt";

    private PartsList() {}

    public record Part(String hash, String mediaType, Path path) {}

    public static List<Part> in(Path folder) throws IOException {
        var list = folder.resolve(NAME);
        if (!Files.exists(list)) {
            return List.of();
        }
        return Files.readAllLines(list).stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[0].matches("[0-9a-f]{64}"))
                .map(fields ->
                        new Part(fields[0], fields[1], folder.resolve(FOLDER).resolve(fields[0])))
                .toList();
    }

    public static @Nullable String thumbnail(Path folder) throws IOException {
        var file = folder.resolve(THUMBNAIL);
        return Files.exists(file) ? Files.readString(file).strip() : null;
    }
}
