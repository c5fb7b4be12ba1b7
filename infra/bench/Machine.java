import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the parts of one box cost, from the operating system's own accounting (/proc, so Linux only). A part is the process in its pid file with
/// all its descendants, those that have ended included: PostgreSQL's backends come and go.
final class Machine {
    static final List<String> PARTS =
            List.of("web-ui", "assessment", "postgres", "keycloak", "kafka", "s3", "lms-core", "content-repo", "launcher");
    private static final double MS_PER_TICK = 10;

    private final Path data;

    Machine(Path data) {
        this.data = data;
    }

    long pidOf(String part) throws IOException {
        return Long.parseLong(Files.readString(data.resolve("run").resolve(part + ".pid")).split(" ")[0]);
    }

    /// CPU milliseconds of each part since it began.
    Map<String, Double> cpu() throws IOException {
        var stats = stats();
        var roots = roots();
        var sums = new LinkedHashMap<String, Double>();
        roots.forEach((pid, part) -> sums.put(part, 0.0));
        stats.forEach((pid, fields) -> {
            var part = partOf(pid, stats, roots);
            if (part != null) {
                // the launcher waits for its parts, so what they cost before a restart is in its sum of ended children: not ours to count twice
                int last = part.equals("launcher") ? 12 : 14;
                double ticks = 0;
                for (int field = 11; field <= last; field++) {
                    ticks += Long.parseLong(fields[field]);
                }
                sums.merge(part, ticks * MS_PER_TICK, Double::sum);
            }
        });
        return sums;
    }

    /// Proportional set size in MB.
    Map<String, Double> memory() throws IOException {
        var stats = stats();
        var roots = roots();
        var sums = new LinkedHashMap<String, Double>();
        for (var pid : stats.keySet()) {
            var part = partOf(pid, stats, roots);
            if (part != null) {
                sums.merge(part, pssMegabytes(pid), Double::sum);
            }
        }
        return sums;
    }

    static Map<String, Double> difference(Map<String, Double> after, Map<String, Double> before) {
        var difference = new LinkedHashMap<String, Double>();
        after.forEach((part, value) -> difference.put(part, value - before.getOrDefault(part, 0.0)));
        return difference;
    }

    static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    /// How much of all cores somebody else than this box took, 0 to 1, since two readings of `/proc/stat`.
    static long[] cores() throws IOException {
        var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().strip().split("\\s+");
        long all = 0;
        for (int i = 1; i <= 8; i++) {
            all += Long.parseLong(fields[i]);
        }
        return new long[] {all, Long.parseLong(fields[4]) + Long.parseLong(fields[5])};
    }

    private Map<String, String> roots() throws IOException {
        var roots = new LinkedHashMap<String, String>();
        for (var part : PARTS) {
            if (Files.exists(data.resolve("run").resolve(part + ".pid"))) {
                roots.put(Long.toString(pidOf(part)), part);
            }
        }
        return roots;
    }

    /// The nearest part above it, itself included.
    private static String partOf(String pid, Map<String, String[]> stats, Map<String, String> roots) {
        Set<String> seen = new HashSet<>();
        for (String at = pid; stats.containsKey(at) && seen.add(at); at = stats.get(at)[1]) {
            if (roots.containsKey(at)) {
                return roots.get(at);
            }
        }
        return null;
    }

    /// The fields after the name, which may hold spaces: state, parent, …
    private static Map<String, String[]> stats() throws IOException {
        var stats = new HashMap<String, String[]>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    var stat = Files.readString(process.resolve("stat"));
                    stats.put(process.getFileName().toString(), stat.substring(stat.lastIndexOf(')') + 2).split(" "));
                } catch (IOException ended) {
                    // it is no longer there
                }
            }
        }
        return stats;
    }

    private static double pssMegabytes(String pid) {
        try (var lines = Files.lines(Path.of("/proc", pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    static String line(Map<String, Double> perPart, String format) {
        var words = new ArrayList<String>();
        for (var part : PARTS) {
            double value = perPart.getOrDefault(part, 0.0);
            var text = format.formatted(value);
            if (!text.replaceAll("[0.\\-]", "").isEmpty()) {
                words.add(part + " " + text);
            }
        }
        return String.join(", ", words);
    }
}
