package vn.lopmo.assessment.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads tables of comma-separated values from a folder.
record Tables(Path folder) {
    static String value(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    List<Map<String, String>> records(String file) throws IOException {
        var lines = lines(file);
        var names = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> row(names, cells(line))).toList();
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }

    /// Commas inside quotation marks are part of the cell.
    private static List<String> cells(String line) {
        return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
