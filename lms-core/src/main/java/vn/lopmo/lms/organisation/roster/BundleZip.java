package vn.lopmo.lms.organisation.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.table.Sheet;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.refusal.Refusal;

/// The tables of a OneRoster bundle, each line as a map of its fields.
///
/// @param number the line in the file, from 1
record BundleZip(Map<BundleFile, List<Record>> tables) {
    record Record(int number, Map<String, String> fields) {
        String get(String field) {
            return fields.getOrDefault(field, "").strip();
        }

        /// Several values stand in one field with commas between them.
        List<String> all(String field) {
            var value = get(field);
            return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*"));
        }
    }

    private static final long MOST_UNPACKED = 64L << 20;
    private static final int MOST_FILES = 60;
    /// Enrollments of a large school: everybody in every subject.
    private static final int MOST_LINES = 200_000;

    static BundleZip read(byte[] bytes) {
        try {
            var files = unpack(bytes);
            checkManifest(files.get("manifest.csv"));
            var tables = new EnumMap<BundleFile, List<Record>>(BundleFile.class);
            for (var file : BundleFile.values()) {
                tables.put(file, records(file, files.get(file.fileName())));
            }
            return new BundleZip(tables);
        } catch (IOException broken) {
            throw new Refusal.Invalid("oneroster-broken");
        }
    }

    private static Map<String, byte[]> unpack(byte[] bytes) throws IOException {
        var files = new HashMap<String, byte[]>();
        long unpacked = 0;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw new Refusal.Invalid("roster-file-swells");
                }
                var out = new ByteArrayOutputStream();
                var buffer = new byte[64 << 10];
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new Refusal.Invalid("roster-file-swells");
                    }
                    out.write(buffer, 0, read);
                }
                var name = entry.getName();
                files.put(name.substring(name.lastIndexOf('/') + 1), out.toByteArray());
            }
        }
        return files;
    }

    private static void checkManifest(byte @Nullable [] manifest) {
        if (manifest == null) {
            throw new Refusal.Invalid("oneroster-no-manifest");
        }
        var properties = new HashMap<String, String>();
        for (var line : SheetFile.readCsv(manifest, MOST_LINES).lines()) {
            properties.put(line.cell(0).text().strip(), line.cell(1).text().strip());
        }
        if (!properties.getOrDefault("oneroster.version", "").startsWith("1.2")) {
            throw new Refusal.Invalid("oneroster-other-version");
        }
        if (properties.values().contains("delta")) {
            throw new Refusal.Invalid("oneroster-only-bulk");
        }
    }

    private static List<Record> records(BundleFile file, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return List.of();
        }
        var lines = SheetFile.readCsv(bytes, MOST_LINES).lines();
        var header = lines.getFirst().cells().stream()
                .map(cell -> cell.text().strip())
                .toList();
        if (!header.contains("sourcedId")) {
            throw new Refusal.Invalid("oneroster-no-header", file.fileName());
        }
        return lines.subList(1, lines.size()).stream()
                .map(line -> record(header, line))
                .filter(record -> !record.get("sourcedId").isEmpty())
                .toList();
    }

    private static Record record(List<String> header, Sheet.Line line) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), line.cell(i).text());
        }
        return new Record(line.number(), fields);
    }

    List<Record> of(BundleFile file) {
        return tables.getOrDefault(file, List.of());
    }
}
