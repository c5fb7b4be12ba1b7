package vn.lopmo.content.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// How quick the search is over a large library: `./lopmo bench search [--materials N] [--pages N] [--rate N] [--seconds N]
/// [--warm SECONDS] [--folder DIR] [--documents DIR]`.
///
/// Writes the library with the product's own index, then searches it with the product's own search at a fixed rate.
/// Latency runs from the moment a search was due, so that a stalled search makes the ones behind it late too. What HTTP
/// adds is measured by `SearchRig` on a running box.
final class LibraryRig {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WORKERS = 4;

    private final OpenIndex index;
    private final LibrarySearch search;
    private final Suggestions suggestions;

    private LibraryRig(OpenIndex index, ObjectMapper json) {
        this.index = index;
        this.search = new LibrarySearch(json);
        this.suggestions = new Suggestions(new Hits(json));
    }

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<>(Map.of(
                "--materials", "100000", "--pages", "1000000", "--rate", "50", "--seconds", "60", "--warm", "60", "--folder", "",
                "--documents", "infra/bench/relevance"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        int materials = Integer.parseInt(options.get("--materials"));
        var judged = JudgedLibrary.read(Path.of(options.get("--documents")));
        var written = new WrittenLibrary(judged, materials, Integer.parseInt(options.get("--pages")));
        var folder = options.get("--folder").isEmpty()
                ? Files.createTempDirectory("lopmo-library")
                : Path.of(options.get("--folder"));
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        boolean there = Files.isDirectory(folder) && Files.list(folder).findAny().isPresent();
        try (var index = OpenIndex.at(folder, 64)) {
            if (!there) {
                write(index, written, materials, json);
            }
            describe(index, folder);
            var rig = new LibraryRig(index, json);
            int rate = Integer.parseInt(options.get("--rate"));
            int seconds = Integer.parseInt(options.get("--seconds"));
            int warm = rate * Integer.parseInt(options.get("--warm"));
            rig.measure(written.queries(judged, rate * seconds + warm), rate, warm);
        }
    }

    private static void write(OpenIndex index, WrittenLibrary written, int materials, ObjectMapper json)
            throws Exception {
        var blocks = new Blocks(json);
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(2)) {
            Callable<Void> work = () -> {
                for (int n = next.getAndIncrement(); n < materials; n = next.getAndIncrement()) {
                    var one = written.material(n);
                    index.replace(one.id(), blocks.of(one));
                }
                return null;
            };
            for (Future<Void> each : workers.invokeAll(List.of(work, work))) {
                each.get();
            }
        }
        index.commit(Map.of());
        index.refresh();
        print("written in %.0f s", (System.nanoTime() - start) / 1e9);
    }

    private static void describe(OpenIndex index, Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                bytes += Files.size(each);
            }
        }
        long all = bytes;
        index.ask(searcher -> {
            var reader = searcher.getIndexReader();
            print(
                    "%d documents in %d segments, %.2f GB on disk, %.0f MB of columns",
                    reader.numDocs(), reader.leaves().size(), all / 1e9, searcher.columnBytes() / 1e6);
            return 0;
        });
    }

    /// @param warm how many of the queries only warm the search up, as on a server that has run for a while
    private void measure(List<String> queries, int rate, int warm) throws Exception {
        run("warming up", queries.subList(0, warm), rate, (words, n) -> ask(words, n) + suggest(beginning(words, n), n));
        run("search with facets", queries.subList(warm, queries.size()), rate, this::ask);
        var typed = new ArrayList<String>();
        for (int i = 0; i < rate * 10; i++) {
            typed.add(beginning(queries.get(i), i));
        }
        run("suggestions", typed, rate, this::suggest);
        System.gc();
        var runtime = Runtime.getRuntime();
        print("heap used after a collection %.0f MB of %.0f MB; whole process %s", (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                runtime.maxMemory() / 1e6, resident());
    }

    private static String beginning(String words, int n) {
        return words.substring(0, Math.min(words.length(), 1 + n % 12));
    }

    private interface Asking {
        long ask(String words, int n);
    }

    private long ask(String words, int n) {
        Map<String, List<String>> chosen = n % 4 == 0 ? Map.of(Fields.GRADE_FACET, List.of(Integer.toString(1 + n % 12))) : Map.of();
        var asked = new LibrarySearch.Asked(words, chosen, null, true, 0, 20);
        return index.ask(searcher -> search.search(searcher, asked, reader(n))).total();
    }

    private long suggest(String typed, int n) {
        return index.ask(searcher -> suggestions.of(searcher, typed, searcher.within(reader(n)))).size();
    }

    /// Pupils of different classes, teachers, a librarian.
    private static Reach reader(int n) {
        var tokens = switch (n % 10) {
            case 0 -> Set.of("anybody", "all", "staff", "owner:" + new UUID(3, n % 120), Reach.CURATOR);
            case 1, 2 -> Set.of("anybody", "all", "staff", "owner:" + new UUID(3, n % 120), Reach.CLASS + new UUID(4, n % 60));
            default -> Set.of("anybody", "all", Reach.CLASS + new UUID(4, n % 60));
        };
        return new Reach(WrittenLibrary.SCHOOL, tokens, Instant.now());
    }

    private void run(String what, List<String> queries, int rate, Asking asking) throws Exception {
        var times = new double[queries.size()];
        var totals = new long[queries.size()];
        long cpu = MACHINE.getProcessCpuTime();
        long start = System.nanoTime() + 1_000_000;
        long step = Duration.ofSeconds(1).toNanos() / rate;
        var next = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            Callable<Void> work = () -> {
                for (int n = next.getAndIncrement(); n < queries.size(); n = next.getAndIncrement()) {
                    long due = start + n * step;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        Thread.sleep(Duration.ofNanos(left));
                    }
                    totals[n] = asking.ask(queries.get(n), n);
                    times[n] = (System.nanoTime() - due) / 1e6;
                }
                return null;
            };
            for (Future<Void> each : workers.invokeAll(java.util.Collections.nCopies(WORKERS, work))) {
                each.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double spent = (MACHINE.getProcessCpuTime() - cpu) / 1e6;
        if (System.getenv("SLOWEST") != null) {
            Integer[] order = java.util.stream.IntStream.range(0, times.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (a, b) -> Double.compare(times[b], times[a]));
            for (int i = 0; i < Math.min(12, order.length); i++) {
                print("   %.1f ms  %d hits  %s", times[order[i]], totals[order[i]], queries.get(order[i]));
            }
        }
        Arrays.sort(totals);
        Arrays.sort(times);
        print(
                "%s: %d in %.0f s (%.0f/s), p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, slowest %.1f ms, CPU %.1f ms each; median of %d hits, p90 %d",
                what, times.length, seconds, times.length / seconds, at(times, 0.5), at(times, 0.9), at(times, 0.99), at(times, 1),
                spent / times.length, totals[totals.length / 2], totals[totals.length * 9 / 10]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private static String resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .reduce((one, two) -> one + ", " + two)
                    .orElse("");
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
