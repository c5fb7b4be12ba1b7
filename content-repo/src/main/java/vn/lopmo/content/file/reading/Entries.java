package vn.lopmo.content.file.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A package as the child leaves it: a sheet about it, and its entries, each in a file that is called after its hash,
/// never after a name from inside.
public final class Entries {
    private static final String SHEET = "package.json";
    private static final String LIST = "entries.tsv";
    private static final String FOLDER = "entries";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Entries() {}

    public record Entry(String path, String hash, String mediaType, long size) {}

    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(SHEET));
    }

    public static PackageSheet sheet(Path folder) throws IOException {
        return JSON.readValue(folder.resolve(SHEET).toFile(), PackageSheet.class);
    }

    public static List<Entry> in(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(LIST), StandardCharsets.UTF_8).stream()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Entry(fields[0], fields[1], fields[2], Long.parseLong(fields[3])))
                .toList();
    }

    public static Path content(Path folder, Entry entry) {
        return folder.resolve(FOLDER).resolve(entry.hash());
    }

    static Path content(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve(FOLDER));
    }

    static void write(Path folder, PackageSheet sheet, List<Entry> entries) throws IOException {
        var lines = entries.stream()
                .map(entry ->
                        String.join("\t", entry.path(), entry.hash(), entry.mediaType(), Long.toString(entry.size())))
                .toList();
        Files.write(folder.resolve(LIST), lines, StandardCharsets.UTF_8);
        JSON.writeValue(folder.resolve(SHEET).toFile(), sheet);
    }
}
