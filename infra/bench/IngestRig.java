import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Brings thousands of mixed files into a library while parts of the box are killed with -9, and compares what the library then holds with what was
/// sent; and one large file over a line that is cut.
///
///     ./lopmo bench ingest [--data DIR] [--files 10000] [--kills 3] [--parts content-repo,postgres,s3] [--lines 4] [--seed N]
///     ./lopmo bench ingest --large 1024 [--cuts 5]
///
/// Previews, the reading of scans and films are off. Kills only processes of the box in `--data`.
public final class IngestRig {
    private static final long PATIENCE_SECONDS = 300;
    private static final int PIECE = 8 << 20;
    private static final byte[] NOTHING = {};

    private final Map<String, String> options = new HashMap<>(Map.of(
            "--files", "10000", "--kills", "3", "--parts", "content-repo,postgres,s3", "--lines", "4", "--seed", "1", "--large", "0", "--cuts", "5"));
    private final Map<String, String> sent = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private ExamSchool school;
    private Random random;

    public static void main(String[] arguments) throws Exception {
        var rig = new IngestRig();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            rig.options.put(arguments[i], arguments[i + 1]);
        }
        System.exit(rig.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private boolean run() throws Exception {
        random = new Random(number("--seed"));
        school = new ExamSchool(Path.of(options.get("--data")));
        if (number("--large") > 0) {
            return large();
        }
        return many();
    }

    // --- many small files -------------------------------------------------------------------------------------------------

    private boolean many() throws Exception {
        int count = number("--files");
        long before = ready();
        var browsers = new ArrayList<Browser>();
        for (int i = 0; i < number("--lines"); i++) {
            browsers.add(school.admin());
        }
        var cpu = school.machine.cpu();
        long began = System.nanoTime();
        var threads = browsers.stream().map(browser -> Thread.ofPlatform().start(() -> sendAll(browser, count))).toList();
        var killed = watch(count, before, began, threads);
        double seconds = (System.nanoTime() - began) / 1e9;
        var spent = Machine.difference(school.machine.cpu(), cpu);
        System.out.printf("%d files in %.0f s: %.1f a second, %d requests sent again, killed %s%n", count, seconds, count / seconds, again.get(), killed);
        System.out.printf("CPU ms a file %.0f: %s; load average %s%n", Machine.sum(spent) / count, perFile(spent, count), Machine.load());
        System.out.println("memory MB: " + Machine.line(school.machine.memory(), "%.0f"));
        return compare(count);
    }

    private static String perFile(Map<String, Double> spent, int count) {
        var each = new TreeMap<String, Double>();
        spent.forEach((part, sum) -> each.put(part, sum / count));
        return Machine.line(each, "%.1f");
    }

    private void sendAll(Browser browser, int count) {
        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
            try {
                var file = IngestFiles.make(n, number("--seed"));
                send(browser, file);
                sent.put(file.name(), file.hash());
            } catch (Exception fault) {
                throw new IllegalStateException("file " + n, fault);
            }
        }
    }

    /// As the page does it: begin, send, and after any trouble ask how much has come and go on from there.
    private void send(Browser browser, IngestFiles.Made file) throws Exception {
        var name = Base64.getEncoder().encodeToString(file.name().getBytes(StandardCharsets.UTF_8));
        var begun = insist(browser, "POST", "/api/content/uploads",
                "Upload-Length: " + file.content().length + "\r\nUpload-Metadata: filename " + name + "\r\n", NOTHING);
        var path = "/api/content/" + begun.header("Location");
        for (long offset = 0; offset < file.content().length; ) {
            var rest = Arrays.copyOfRange(file.content(), (int) offset, file.content().length);
            var reply = browser.tus("PATCH", path, "Upload-Offset: " + offset + "\r\n", rest);
            if (reply.ok()) {
                offset = Long.parseLong(reply.header("Upload-Offset"));
            } else {
                pause(reply);
                offset = Long.parseLong(insist(browser, "HEAD", path, "", NOTHING).header("Upload-Offset"));
            }
        }
    }

    private Wire.Reply insist(Browser browser, String method, String path, String headers, byte[] body) throws Exception {
        while (true) {
            var reply = browser.tus(method, path, headers, body);
            if (reply.ok()) {
                return reply;
            }
            pause(reply);
        }
    }

    private void pause(Wire.Reply reply) throws Exception {
        if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 409) {
            throw new IOException("refused: " + reply.status() + " " + reply.text());
        }
        again.incrementAndGet();
        Thread.sleep(500);
    }

    private List<String> watch(int count, long before, long began, List<Thread> threads) throws Exception {
        var killed = new ArrayList<String>();
        var parts = options.get("--parts").split(",");
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            Thread.sleep(1_000);
            long done = ready() - before;
            if (done != last) {
                last = done;
                moved = System.nanoTime();
            }
            if (killed.size() < number("--kills") && done >= (long) count * (killed.size() + 1) / (number("--kills") + 1)) {
                var part = parts[killed.size() % parts.length];
                new ProcessBuilder("kill", "-9", Long.toString(school.machine.pidOf(part))).start().waitFor();
                killed.add(part + "@" + (System.nanoTime() - began) / 1_000_000_000);
            }
            if (done >= count && threads.stream().noneMatch(Thread::isAlive)) {
                return killed;
            }
            if (System.nanoTime() - moved > PATIENCE_SECONDS * 1_000_000_000L) {
                System.out.println("nothing has moved for " + PATIENCE_SECONDS + " s at " + done + " of " + count);
                return killed;
            }
        }
    }

    /// How many files are through, or the last count while the database is away.
    private long ready() throws InterruptedException {
        while (true) {
            try (var database = school.database("content");
                    var rows = database.createStatement().executeQuery("select count(*) from stored_file where state in ('READY', 'FAILED')")) {
                rows.next();
                return rows.getLong(1);
            } catch (java.sql.SQLException | IOException away) {
                Thread.sleep(500);
            }
        }
    }

    private boolean compare(int count) throws Exception {
        int right = 0;
        int wrong = 0;
        int twice = 0;
        int failed = 0;
        var seen = new HashMap<String, String>();
        try (var database = school.database("content");
                var rows = database.createStatement().executeQuery("select name, sha256, state from stored_file where name like '" + names() + "'")) {
            while (rows.next()) {
                twice += seen.put(rows.getString(1), rows.getString(3)) == null ? 0 : 1;
                boolean same = String.valueOf(rows.getString(2)).equals(sent.get(rows.getString(1)));
                right += same ? 1 : 0;
                wrong += same ? 0 : 1;
                failed += rows.getString(3).equals("READY") ? 0 : 1;
            }
        }
        long lost = sent.keySet().stream().filter(name -> !seen.containsKey(name)).count();
        System.out.printf("sent %d; in the library %d with the right hash, %d wrong, %d lost, %d twice, %d not ready; %d without words or steps%n",
                sent.size(), right, wrong, lost, twice, failed, incomplete());
        boolean good = right == count && wrong + lost + twice + failed == 0 && incomplete() == 0 && sample();
        System.out.println(good ? "nothing was lost" : "NOT as it has to be");
        return good;
    }

    private String names() {
        return "hoc-lieu-" + number("--seed") + "-%";
    }

    /// Files that should have pages and have none, or steps that nobody did.
    private long incomplete() throws Exception {
        try (var database = school.database("content");
                var rows = database.createStatement().executeQuery("""
                        select count(*) from stored_file f where name like '%s' and (
                            (media_type not like 'image/%%' and not exists (select 1 from file_page p where p.file_id = f.id))
                            or exists (select 1 from ingest_step s where s.file_id = f.id and s.state in ('WAITING', 'RUNNING', 'FAILED')))""".formatted(names()))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Some of them as a reader gets them out of the store.
    private boolean sample() throws Exception {
        var browser = school.admin();
        int wrong = 0;
        var ids = new ArrayList<String[]>();
        try (var database = school.database("content");
                var rows = database.createStatement().executeQuery("select id, sha256 from stored_file where name like '" + names() + "' order by md5(id::text) limit 300")) {
            while (rows.next()) {
                ids.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        for (var id : ids) {
            var reply = browser.call("GET", "/api/content/files/" + id[0], "");
            wrong += hex(MessageDigest.getInstance("SHA-256").digest(reply.bytes())).equals(id[1]) ? 0 : 1;
        }
        System.out.printf("%d files read back from the store, %d wrong%n", ids.size(), wrong);
        return wrong == 0;
    }

    // --- one large file ---------------------------------------------------------------------------------------------------

    /// A film of so many MB, random but for its first bytes, over a line that is cut in the middle of a piece again and again.
    private boolean large() throws Exception {
        long length = (long) number("--large") << 20;
        var path = Path.of(options.get("--data")).resolve("large.mp4");
        var hash = generate(path, length);
        var browser = school.admin();
        var name = Base64.getEncoder().encodeToString("phim lon.mp4".getBytes(StandardCharsets.UTF_8));
        var address = "/api/content/"
                + insist(browser, "POST", "/api/content/uploads", "Upload-Length: " + length + "\r\nUpload-Metadata: filename " + name + "\r\n", NOTHING)
                        .header("Location");
        int cuts = number("--cuts");
        long lostBytes = 0;
        long began = System.nanoTime();
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int cut = 0;
            for (long offset = 0; offset < length; ) {
                boolean cutNow = cut < cuts && offset >= length * (cut + 1) / (cuts + 1);
                var piece = new byte[(int) Math.min(PIECE, length - offset)];
                file.seek(offset);
                file.readFully(piece);
                boolean taken = patch(browser, address, offset, piece, cutNow ? piece.length / 2 : piece.length);
                cut += cutNow ? 1 : 0;
                if (taken) {
                    offset += piece.length;
                } else {
                    Thread.sleep(300);
                    long now = Long.parseLong(insist(browser, "HEAD", address, "", NOTHING).header("Upload-Offset"));
                    lostBytes += cutNow ? piece.length / 2 - (now - offset) : 0;
                    offset = now;
                }
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Files.delete(path);
        var kept = awaited(address);
        boolean good = hash.equals(kept);
        System.out.printf("%d MB in %.0f s (%.0f MB/s), %d cuts, %d KB of what was sent before them had to go again; SHA-256 %s, %.0f s until it was ready%n",
                length >> 20, seconds, (length >> 20) / seconds, cuts, lostBytes >> 10, good ? "right" : "WRONG: " + kept, (System.nanoTime() - began) / 1e9 - seconds);
        System.out.println("memory MB: " + Machine.line(school.machine.memory(), "%.0f"));
        return good;
    }

    /// One piece over a connection of its own.
    ///
    /// @param upTo how much of it goes out before the cable is pulled
    /// @return whether it was taken
    private boolean patch(Browser browser, String address, long offset, byte[] piece, int upTo) throws IOException {
        try (var line = new Socket("127.0.0.1", URI.create(school.base).getPort())) {
            line.setSoTimeout(60_000);
            var out = line.getOutputStream();
            out.write(browser.tusHead("PATCH", address, "Upload-Offset: " + offset + "\r\n", piece.length));
            out.write(piece, 0, upTo);
            out.flush();
            if (upTo < piece.length) {
                line.setSoLinger(true, 0);
                return false;
            }
            return new String(line.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1).endsWith("204");
        }
    }

    private String generate(Path path, long length) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var piece = new byte[1 << 20];
        try (var out = Files.newOutputStream(path)) {
            for (long done = 0; done < length; done += piece.length) {
                random.nextBytes(piece);
                if (done == 0) {
                    System.arraycopy("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1), 0, piece, 0, 24);
                }
                out.write(piece);
                digest.update(piece);
            }
        }
        return hex(digest.digest());
    }

    private String awaited(String address) throws Exception {
        var id = address.substring(address.lastIndexOf('/') + 1);
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            try (var database = school.database("content");
                    var rows = database.createStatement().executeQuery("select sha256 from stored_file where state = 'READY' and id = '" + id + "'")) {
                if (rows.next()) {
                    return rows.getString(1);
                }
            }
            Thread.sleep(1_000);
        }
        return "never ready";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
