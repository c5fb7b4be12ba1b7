import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;

/// A thousand browsers' connections on one thread: HTTP/1.1 with keep-alive and nothing else. It shares the machine with what it measures, so it
/// must cost little: about 0.02 ms a request, where java.net.http costs ten times that. Loopback only.
///
/// Everything but [#run], [#after] and [Line#call] belongs to the loop's own thread, and so do the callbacks: what they touch needs no locks.
final class Wire implements AutoCloseable {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final InetSocketAddress server;
    private final Selector selector;
    private final ConcurrentLinkedQueue<Runnable> given = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
    private final ByteBuffer out = ByteBuffer.allocateDirect(1024 * 1024);
    private final List<Line> lines = new ArrayList<>();
    private final Thread thread;
    private long made;
    private volatile boolean closed;

    private record Timer(long at, long number, Runnable work) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return at != other.at ? Long.compare(at - other.at, 0) : Long.compare(number, other.number);
        }
    }

    /// What came back.
    ///
    /// @param status 0 if the connection broke or nothing came in time
    record Reply(int status, String head, byte[] raw, long nanos) {
        boolean ok() {
            return status >= 200 && status < 300;
        }

        double millis() {
            return nanos / 1e6;
        }

        String header(String name) {
            for (var line : head.split("\r\n")) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
                    return line.substring(colon + 1).strip();
                }
            }
            return "";
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        /// The body as it was before it was compressed for the way.
        byte[] bytes() {
            if (!header("Content-Encoding").equals("gzip")) {
                return raw;
            }
            try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(raw))) {
                return in.readAllBytes();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    interface Then {
        void reply(Reply reply);
    }

    Wire(String host, int port) throws IOException {
        server = new InetSocketAddress(host, port);
        if (!server.getAddress().isLoopbackAddress()) {
            throw new IOException("the rigs only load this machine, not " + host);
        }
        selector = Selector.open();
        thread = Thread.ofPlatform().name("wire").daemon().start(this::loop);
        after(1_000, this::endTheSilent);
    }

    Line line() {
        var line = new Line();
        run(() -> lines.add(line));
        return line;
    }

    /// Runs it on the loop's thread, soon.
    void run(Runnable work) {
        given.add(work);
        if (Thread.currentThread() != thread && woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    void after(double millis, Runnable work) {
        long at = System.nanoTime() + (long) (millis * 1e6);
        if (Thread.currentThread() == thread) {
            timers.add(new Timer(at, made++, work));
        } else {
            run(() -> timers.add(new Timer(at, made++, work)));
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    private void loop() {
        while (!closed) {
            try {
                long due = timers.isEmpty() ? 1_000 : (timers.peek().at - System.nanoTime()) / 1_000_000;
                if (!given.isEmpty() || due <= 0) {
                    selector.selectNow(this::ready);
                } else {
                    selector.select(this::ready, Math.min(due, 1_000));
                }
                woken.set(false);
                for (Runnable work = given.poll(); work != null; work = given.poll()) {
                    work.run();
                }
                while (!timers.isEmpty() && timers.peek().at <= System.nanoTime()) {
                    timers.poll().work.run();
                }
            } catch (IOException | RuntimeException fault) {
                fault.printStackTrace();
            }
        }
    }

    private void endTheSilent() {
        long now = System.nanoTime();
        for (var line : lines) {
            if (line.inFlight != null && now - line.inFlight.since > PATIENCE_NANOS) {
                line.broken();
            }
        }
        after(1_000, this::endTheSilent);
    }

    private void ready(SelectionKey key) {
        ((Line) key.attachment()).ready(key);
    }

    /// One browser's connection: one request at a time, opened when it is needed, kept as long as the server keeps it.
    final class Line {
        private record Asked(byte[] head, byte[] body, Then then, long since) {}

        private final ArrayDeque<Asked> waiting = new ArrayDeque<>();
        private SocketChannel channel;
        private SelectionKey key;
        private Asked inFlight;
        private byte[] got = new byte[2048];
        private int size;

        /// @param head with the empty line at its end; Content-Length has to be in it
        void ask(byte[] head, byte[] body, Then then) {
            waiting.add(new Asked(head, body, then, System.nanoTime()));
            next();
        }

        /// From any thread but the loop's: waits for the answer.
        Reply call(byte[] head, byte[] body) {
            var answer = new CompletableFuture<Reply>();
            run(() -> ask(head, body, answer::complete));
            return answer.join();
        }

        boolean isBusy() {
            return inFlight != null;
        }

        /// As if the cable were pulled: whoever waits for an answer learns that it broke.
        void cut() {
            broken();
        }

        private void next() {
            if (inFlight != null || waiting.isEmpty()) {
                return;
            }
            inFlight = waiting.poll();
            try {
                if (channel == null) {
                    connect();
                } else {
                    write();
                }
            } catch (IOException gone) {
                broken();
            }
        }

        private void connect() throws IOException {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean there = channel.connect(server);
            key = channel.register(selector, there ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
            if (there) {
                write();
            }
        }

        private void write() throws IOException {
            out.clear().put(inFlight.head).put(inFlight.body).flip();
            while (out.hasRemaining()) {
                if (channel.write(out) == 0) {
                    Thread.onSpinWait(); // only a request larger than the socket's buffer comes here
                }
            }
        }

        private void ready(SelectionKey ready) {
            try {
                if (ready.isConnectable()) {
                    channel.finishConnect();
                    ready.interestOps(SelectionKey.OP_READ);
                    write();
                } else if (ready.isReadable()) {
                    read();
                }
            } catch (IOException | java.nio.channels.CancelledKeyException gone) {
                broken();
            }
        }

        private void read() throws IOException {
            in.clear();
            int count = channel.read(in);
            if (count < 0) {
                broken();
                return;
            }
            if (size + count > got.length) {
                got = java.util.Arrays.copyOf(got, Math.max(2 * got.length, size + count));
            }
            in.flip().get(got, size, count);
            size += count;
            if (inFlight == null) {
                broken(); // nobody asked
                return;
            }
            int status = size > 12 ? (got[9] - '0') * 100 + (got[10] - '0') * 10 + got[11] - '0' : 0;
            int head = endOfHead();
            if (head > 0) {
                readBody(status, new String(got, 0, head, StandardCharsets.ISO_8859_1), head);
            }
        }

        private int endOfHead() {
            for (int i = 3; i < size; i++) {
                if (got[i] == '\n' && got[i - 1] == '\r' && got[i - 2] == '\n' && got[i - 3] == '\r') {
                    return i + 1;
                }
            }
            return -1;
        }

        private void readBody(int status, String head, int from) {
            boolean bare = status == 204 || status == 304 || inFlight.head[0] == 'H'; // HEAD
            int length = bare ? 0 : contentLength(head);
            if (length >= 0) {
                int end = from + length;
                if (size >= end) {
                    done(status, head, java.util.Arrays.copyOfRange(got, from, end));
                }
            } else {
                byte[] whole = unchunked(from);
                if (whole != null) {
                    done(status, head, whole);
                }
            }
        }

        private static int contentLength(String head) {
            int at = indexOfIgnoreCase(head, "\r\ncontent-length:");
            return at < 0 ? -1 : Integer.parseInt(head.substring(at + 17, head.indexOf("\r\n", at + 17)).strip());
        }

        private static int indexOfIgnoreCase(String head, String name) {
            for (int i = 0; i + name.length() <= head.length(); i++) {
                if (head.charAt(i) == '\r' && head.regionMatches(true, i, name, 0, name.length())) {
                    return i;
                }
            }
            return -1;
        }

        /// Null while some of it is still on the way.
        private byte[] unchunked(int from) {
            var whole = new ByteArrayOutputStream();
            int at = from;
            while (true) {
                int line = at;
                while (line + 1 < size && !(got[line] == '\r' && got[line + 1] == '\n')) {
                    line++;
                }
                if (line + 1 >= size) {
                    return null;
                }
                int length = Integer.parseInt(new String(got, at, line - at, StandardCharsets.ISO_8859_1).split(";")[0].strip(), 16);
                if (line + 2 + length + 2 > size) {
                    return null;
                }
                if (length == 0) {
                    return whole.toByteArray();
                }
                whole.write(got, line + 2, length);
                at = line + 2 + length + 2;
            }
        }

        private void done(int status, String head, byte[] body) {
            var asked = inFlight;
            inFlight = null;
            size = 0;
            asked.then.reply(new Reply(status, head, body, System.nanoTime() - asked.since));
            next();
        }

        private void broken() {
            var asked = inFlight;
            inFlight = null;
            size = 0;
            if (channel != null) {
                try {
                    key.cancel();
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                    channel.close();
                } catch (IOException gone) {
                    // it is what we want
                }
                channel = null;
            }
            if (asked != null) {
                asked.then.reply(new Reply(0, "", new byte[0], System.nanoTime() - asked.since));
            }
            next();
        }
    }
}
