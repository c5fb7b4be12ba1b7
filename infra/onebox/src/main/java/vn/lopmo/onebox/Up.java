package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lopmo.onebox.parts.PartFailure;
import vn.lopmo.onebox.parts.Ports;
import vn.lopmo.onebox.parts.Running;
import vn.lopmo.onebox.parts.Store;

/// Brings a box up: begins the launcher in a session of its own, so that it outlives the terminal, and waits beside it
/// until all is ready. A box that is up already is only greeted.
final class Up {
    private static final int USUAL_PORT = 8000;
    private static final long DISK_NEEDED = 500L * 1024 * 1024;
    private static final Duration TICK = Duration.ofMillis(100);

    private final Cli.Options options;
    private final Box box;
    private final Progress progress;

    Up(Cli.Options options) {
        this.options = options;
        this.box = Box.at(options.data());
        this.progress = new Progress(box);
    }

    void run(boolean demo) throws IOException {
        if (Running.read(box.folders().pidFile(Supervisor.NAME)).isEmpty()) {
            launch();
            follow();
        } else {
            mustFit();
            join();
        }
        if (demo) {
            new Demo(box).seedOnce();
        }
        new Greeting(box).print();
    }

    /// A launcher is there: it may still be at work, be done, or run what was built anew since.
    private void join() throws IOException {
        if (!progress.lines().contains(Progress.READY)) {
            follow();
        } else if (runsOldPart()) {
            System.out.println("Có bản dựng mới hơn bản đang chạy; khởi động lại.");
            new Down(options.data()).run();
            launch();
            follow();
        } else {
            System.out.println("Lớp Mở đang chạy sẵn.");
        }
    }

    private boolean runsOldPart() {
        return new Plan(box, Store.ofThisCheckout())
                .all().stream().anyMatch(part -> part.running().isPresent() && !part.isCurrent());
    }

    private void mustFit() {
        if (options.port() != 0 && options.port() != box.peoplePort()) {
            throw new PartFailure(
                    "Lớp Mở đang chạy ở cổng %d; muốn đổi cổng, hãy ./lopmo down trước.".formatted(box.peoplePort()));
        }
    }

    private void launch() throws IOException {
        try (var lock = Supervisor.lock(box)) {
            if (lock == null) {
                throw new PartFailure("Một lệnh khác đang khởi động trên " + options.data() + "; hãy chờ rồi thử lại.");
            }
            mustHaveRoom();
            choosePorts();
            progress.begin();
        }
        System.out.println("Khởi động Lớp Mở (dữ liệu: " + options.data() + ")");
        spawn();
    }

    private void mustHaveRoom() throws IOException {
        long free = Files.getFileStore(options.data()).getUsableSpace();
        if (free < DISK_NEEDED) {
            throw new PartFailure(
                    "Đĩa chứa %s chỉ còn %d MB, cần ít nhất %d MB; hãy dọn bớt hoặc chọn --data ở đĩa khác."
                            .formatted(options.data(), free >> 20, DISK_NEEDED >> 20));
        }
    }

    private void choosePorts() {
        int wanted = options.port() != 0 ? options.port() : box.peoplePort() != 0 ? box.peoplePort() : USUAL_PORT;
        if (!Ports.isFree(wanted) && !leftRunning("web-ui")) {
            throw new PartFailure(
                    "Cổng %d đang được chương trình khác dùng; hãy chọn cổng khác, ví dụ: ./lopmo %s --port %d"
                            .formatted(wanted, options.command(), freeAfter(wanted)));
        }
        box.takePeoplePort(wanted);
        box.packagesPort(); // first, so that it is the one next to it where that is free
        Plan.PORTS.forEach((name, part) -> {
            if (!Ports.isFree(box.port(name)) && !leftRunning(part)) {
                box.choose(name);
            }
        });
    }

    private boolean leftRunning(String part) {
        return Running.read(box.folders().pidFile(part)).isPresent();
    }

    private static int freeAfter(int port) {
        for (int other = port + 100; other < 65_000; other += 100) {
            if (Ports.isFree(other)) {
                return other;
            }
        }
        return Ports.free();
    }

    private void spawn() throws IOException {
        List<String> words = new ArrayList<>(hasSetsid() ? List.of("setsid") : List.of());
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xms8m", "-Xmx40m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-XX:+UseCompactObjectHeaders", "-Xss512k", "-XX:ReservedCodeCacheSize=16m"));
        words.add("-Dlopmo.root=" + System.getProperty("lopmo.root", ""));
        words.addAll(List.of("-cp", Program.copyInto(box), Supervisor.class.getName()));
        words.add(options.data().toString());
        var log = box.folders().log(Supervisor.NAME).toFile();
        new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static boolean hasSetsid() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) || Files.isExecutable(Path.of("/bin/setsid"));
    }

    /// Repeats the launcher's lines until it is ready, has failed, or has died without a word.
    private void follow() {
        int told = 0;
        long silentSince = System.nanoTime();
        while (true) {
            List<String> lines = progress.lines();
            for (; told < lines.size(); told++) {
                if (lines.get(told).equals(Progress.READY)) {
                    return;
                }
                say(lines.get(told));
            }
            boolean alive = Running.read(box.folders().pidFile(Supervisor.NAME)).isPresent();
            silentSince = alive ? System.nanoTime() : silentSince;
            if (System.nanoTime() - silentSince > Duration.ofSeconds(10).toNanos()) {
                throw new PartFailure("Trình khởi động đã dừng đột ngột; xem lý do ở cuối tệp "
                        + box.folders().log(Supervisor.NAME) + ".");
            }
            sleep();
        }
    }

    private void say(String line) {
        failure(line).ifPresent(sentence -> {
            waitForTheLauncherToEnd();
            throw new PartFailure(sentence);
        });
        System.out.println(line);
    }

    /// It stops the parts that did begin; whoever tries again at once must not meet them.
    private void waitForTheLauncherToEnd() {
        for (int tick = 0; tick < 600 && leftRunning(Supervisor.NAME); tick++) {
            sleep();
        }
    }

    private static Optional<String> failure(String line) {
        return line.startsWith(Progress.FAILED)
                ? Optional.of(line.substring(Progress.FAILED.length()))
                : Optional.empty();
    }

    private static void sleep() {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Bị ngắt; Lớp Mở vẫn tiếp tục khởi động, xem bằng ./lopmo status.", e);
        }
    }
}
