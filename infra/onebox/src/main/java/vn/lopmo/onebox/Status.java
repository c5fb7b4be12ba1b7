package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.lopmo.onebox.parts.Part;
import vn.lopmo.onebox.parts.Running;
import vn.lopmo.onebox.parts.Store;

/// Which parts run, which answer, and how much memory each holds.
final class Status {
    private final Path data;

    Status(Path data) {
        this.data = data;
    }

    /// Whether every part answers.
    boolean run() {
        if (!Files.exists(data.resolve("ports.properties"))) {
            System.out.println("Lớp Mở chưa từng chạy trên " + data + ".");
            return false;
        }
        var box = Box.at(data);
        var launcher = Running.read(box.folders().pidFile(Supervisor.NAME));
        System.out.printf("%-14s %-12s %8s %9s%n", "phần", "tình trạng", "tiến trình", "bộ nhớ");
        long sum = launcher.map(running -> line(Supervisor.NAME, "đang chạy", running))
                .orElse(0L);
        boolean all = launcher.isPresent();
        for (Part part : new Plan(box, Store.ofThisCheckout()).all()) {
            var running = part.running();
            boolean ready = running.isPresent() && part.ready();
            all &= ready;
            if (running.isPresent()) {
                sum += line(part.name(), ready ? "sẵn sàng" : "chưa trả lời", running.get());
            } else {
                System.out.printf("%-14s %-12s%n", part.name(), "không chạy");
            }
        }
        System.out.printf(
                "Tổng bộ nhớ (PSS): %d MB. %s%n",
                sum / 1024, all ? "Cổng: %d, gói tương tác: %d".formatted(box.peoplePort(), box.packagesPort()) : "");
        return all;
    }

    private static long line(String name, String state, Running running) {
        boolean isLauncher = name.equals(Supervisor.NAME); // its children are the other lines
        long kilobytes = running.handle()
                .map(process -> memory(process.pid()) + (isLauncher ? 0 : ofChildren(process)))
                .orElse(0L);
        System.out.printf("%-14s %-12s %8d %6d MB%n", name, state, running.pid(), kilobytes / 1024);
        return kilobytes;
    }

    private static long ofChildren(ProcessHandle process) {
        return process.descendants().mapToLong(child -> memory(child.pid())).sum();
    }

    /// Proportional set size in KB: shared pages are counted once over all processes.
    private static long memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            Optional<String> pss = lines.filter(line -> line.startsWith("Pss:")).findFirst();
            return pss.map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }
}
