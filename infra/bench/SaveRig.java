import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Saves answers steadily, as a class of learners does, and prints what one costs: the CPU time of all server processes per saved answer (from
/// /proc, so Linux only; of this rig itself nothing is counted) and how long learners wait (p50, p99).
///
///     java infra/bench/SaveRig.java --url http://127.0.0.1:8080 --users users.txt --pids 101,102,103 --rate 500 --seconds 20
///
/// `--users`: a file with one learner a line, `name password` (signs in through web-ui, as a browser does) or `token JWT` (speaks to the assessment
/// service itself; then `--prefix ""`). Each needs an assignment that is open to him. `--pids`: the server's processes; their children count too,
/// so PostgreSQL's first process is enough. It writes real answers into real sittings: use the
/// demo school. At most 500 learners, 300 seconds.
public class SaveRig {
    private static final Pattern SLOT =
            Pattern.compile("\"slot\":\"([0-9a-f-]{36})\",\"number\":\\d+,\"form\":\"(\\w+)\"");
    private static final long TICKS_PER_SECOND = 100;
    private static final double NANOS_PER_MS = 1e6;

    private final Map<String, String> options;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();

    private SaveRig(Map<String, String> options) {
        this.options = options;
    }

    /// One learner at his paper.
    private record Desk(HttpClient http, String authorization, String sitting, String slot, String form, int lastSeq) {}

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<String, String>(Map.of(
                "--prefix", "/api/assessment", "--rate", "200", "--seconds", "15", "--pids", "", "--warm", "5"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        if (!options.containsKey("--url") || !options.containsKey("--users")) {
            System.err.println("usage: java infra/bench/SaveRig.java --url URL --users FILE [--pids 1,2] [--rate N] [--seconds N]");
            System.exit(2);
        }
        new SaveRig(options).run();
    }

    private void run() throws Exception {
        var desks = new ArrayList<Desk>();
        for (String line : Files.readAllLines(Path.of(options.get("--users")))) {
            if (!line.isBlank() && desks.size() < 500) {
                desks.add(sitDown(line.strip().split("\\s+", 2)));
            }
        }
        int rate = number("--rate");
        var next = new int[desks.size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = desks.get(i).lastSeq;
        }
        save(desks, next, rate, number("--warm"));
        nanos.clear();
        failed.set(0);
        double before = cpuSeconds();
        long start = System.nanoTime();
        save(desks, next, rate, Math.min(300, number("--seconds")));
        report(desks.size(), (System.nanoTime() - start) / 1e9, cpuSeconds() - before);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private void report(int learners, double seconds, double cpu) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            System.out.println("nothing was saved; failed " + failed.get());
            return;
        }
        System.out.printf(
                "%d learners, %d saved in %.1f s (%.0f/s), failed %d, p50 %.1f ms, p99 %.1f ms, server CPU %.3f ms a save%n",
                learners,
                sorted.length,
                seconds,
                sorted.length / seconds,
                failed.get(),
                sorted[sorted.length / 2] / NANOS_PER_MS,
                sorted[(int) (sorted.length * 0.99)] / NANOS_PER_MS,
                cpu * 1000 / sorted.length);
    }

    private Desk sitDown(String[] who) throws IOException, InterruptedException {
        String authorization = who[0].equals("token") ? "Bearer " + who[1] : "";
        var http = authorization.isEmpty()
                ? SignIn.of(options.get("--url"), who[0], who[1])
                : HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var list = send(http, authorization, "GET", "/my/assignments", "");
        var open = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"[^{}]*?\"state\":\"(OPEN|TAKING)\"").matcher(list);
        if (!open.find()) {
            throw new IOException(who[0] + " has no open assignment: " + list);
        }
        var opening = send(http, authorization, "POST", "/assignments/" + open.group(1) + "/sittings", "");
        var slot = SLOT.matcher(opening);
        if (!slot.find()) {
            throw new IOException("no question in " + opening);
        }
        return new Desk(
                http,
                authorization,
                found("\"sittingId\":\"([0-9a-f-]{36})\"", opening),
                slot.group(1),
                slot.group(2),
                Integer.parseInt(found("\"seq\":(\\d+)", opening)));
    }

    private void save(List<Desk> desks, int[] next, int rate, int seconds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long pause = 1_000_000_000L * desks.size() / Math.max(1, rate);
        try (var learners = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < desks.size(); i++) {
                int seat = i;
                learners.submit(() -> next[seat] = saveUntil(end, pause, desks.get(seat), next[seat], seat));
            }
        }
    }

    private int saveUntil(long end, long pause, Desk desk, int last, int seat) {
        long due = System.nanoTime() + pause * (seat % 97) / 97;
        int seq = last;
        while (due < end) {
            LockSupport.parkNanos(due - System.nanoTime());
            long sent = System.nanoTime();
            if (saveOne(desk, seq + 1)) {
                seq++;
                nanos.add(System.nanoTime() - sent);
            } else {
                failed.incrementAndGet();
            }
            due = Math.max(due + pause, System.nanoTime() - pause);
        }
        return seq;
    }

    private boolean saveOne(Desk desk, int seq) {
        var body = "{\"steps\":[{\"seq\":" + seq + ",\"slot\":\"" + desk.slot + "\",\"answer\":" + answer(desk.form, seq)
                + ",\"typedAt\":\"" + Instant.now() + "\"}]}";
        try {
            send(desk.http, desk.authorization, "PUT", "/sittings/" + desk.sitting + "/answers", body);
            return true;
        } catch (IOException refused) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String answer(String form, int seq) {
        return switch (form) {
            case "SINGLE_CHOICE" -> "{\"choice\":\"" + "ABCD".charAt(seq % 4) + "\"}";
            case "TRUE_FALSE_GROUP" -> "{\"statements\":{\"a\":" + (seq % 2 == 0) + ",\"b\":true}}";
            case "SHORT_ANSWER" -> "{\"text\":\"" + seq + "\"}";
            default -> "{\"essay\":\"Bài làm lần " + seq + "\"}";
        };
    }

    private String send(HttpClient http, String authorization, String method, String path, String body)
            throws IOException, InterruptedException {
        var url = options.get("--url");
        var request = HttpRequest.newBuilder(URI.create(url + options.get("--prefix") + path))
                .timeout(Duration.ofSeconds(20))
                .header("X-Requested-With", "lopmo")
                .header("Origin", url)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String found(String pattern, String text) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text.substring(0, Math.min(400, text.length())));
        }
        return matcher.group(1);
    }

    /// Of the processes and all that came from them: user and system time.
    private double cpuSeconds() throws IOException {
        var roots = new HashSet<String>(Arrays.asList(options.get("--pids").split(",")));
        var stats = new HashMap<String, String[]>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                readStat(process, stats);
            }
        }
        long ticks = 0;
        for (var one : stats.entrySet()) {
            if (comesFrom(one.getKey(), roots, stats)) {
                ticks += Long.parseLong(one.getValue()[11]) + Long.parseLong(one.getValue()[12]);
            }
        }
        return (double) ticks / TICKS_PER_SECOND;
    }

    /// The fields after the name, which may hold spaces: state, parent, …
    private static void readStat(Path process, Map<String, String[]> stats) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            stats.put(process.getFileName().toString(), stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            // it is no longer there
        }
    }

    private static boolean comesFrom(String pid, Set<String> roots, Map<String, String[]> stats) {
        for (String at = pid; stats.containsKey(at); at = stats.get(at)[1]) {
            if (roots.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
