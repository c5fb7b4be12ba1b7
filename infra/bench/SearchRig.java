import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Latency of the library's search on a running service, typed with and without accents.
///
///     java infra/bench/SearchRig.java http://localhost:8000 users.txt 2000 4
///
/// The box's address, a file whose first line is `name password` of somebody there, number of requests (10,000 at most), threads (16 at most).
/// Prints p50, p90, p99 in milliseconds, through the one port.
class SearchRig {
    private static final List<String> QUERIES = List.of(
            "áp suất chất lỏng",
            "ap suat chat long",
            "phương trình bậc hai",
            "phuong trinh bac hai",
            "kế hoạch bài dạy",
            "ktgk toan 10",
            "sgk vật lí",
            "chuyển đổi số",
            "chuyen doi so",
            "lịch sử",
            "\"khoa học công nghệ\"",
            "nguyễn du",
            "toán lớp 9",
            "quang hop",
            "");

    /// One connection a thread, one session for all.
    private final ThreadLocal<Browser> browser;

    SearchRig(Wire wire, String url, String session) {
        this.browser = ThreadLocal.withInitial(() -> new Browser(wire, url).with(session));
    }

    public static void main(String[] arguments) throws Exception {
        var url = arguments[0];
        var who = Files.readAllLines(Path.of(arguments[1])).getFirst().split("\s+", 2);
        int requests = Math.min(10_000, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000);
        int threads = Math.min(16, arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2);
        var wire = new Wire("127.0.0.1", URI.create(url).getPort());
        var reader = new Browser(wire, url);
        reader.signIn(who[0], who[1], who[1]);
        var rig = new SearchRig(wire, url, reader.session());
        rig.run(Math.min(300, requests), threads);
        long start = System.nanoTime();
        var times = rig.run(requests, threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        System.out.printf(
                "%d searches, %d threads: %.0f/s, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
                requests, threads, requests / seconds, at(times, 0.5), at(times, 0.9), at(times, 0.99), at(times, 1));
    }

    private double[] run(int requests, int threads) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = IntStream.range(0, requests)
                    .mapToObj(n -> (Callable<Double>) () -> search(QUERIES.get(n % QUERIES.size())))
                    .toList();
            var times = new double[requests];
            int n = 0;
            for (Future<Double> each : pool.invokeAll(tasks, 120, java.util.concurrent.TimeUnit.SECONDS)) {
                times[n++] = each.get();
            }
            return times;
        }
    }

    private double search(String words) throws Exception {
        var answer = browser.get().call("GET", "/api/content/materials?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), "");
        if (!answer.ok()) {
            throw new IllegalStateException("status " + answer.status() + ": " + answer.text());
        }
        return answer.millis();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
