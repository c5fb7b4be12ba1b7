package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vn.lopmo.onebox.parts.Running;
import vn.lopmo.onebox.parts.Store;

/// Ends a box: through its launcher if that lives, and by itself what a killed launcher left behind.
final class Down {
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final Path data;

    Down(Path data) {
        this.data = data;
    }

    void run() throws IOException {
        if (!Files.exists(data.resolve("ports.properties"))) {
            System.out.println("Không có gì đang chạy trên " + data + ".");
            return;
        }
        long began = System.nanoTime();
        var box = Box.at(data);
        Running.read(box.folders().pidFile(Supervisor.NAME)).ifPresent(launcher -> launcher.end("TERM", PATIENCE));
        box.folders().pidFile(Supervisor.NAME).toFile().delete();
        Supervisor.stopAll(new Plan(box, Store.ofThisCheckout()), System.out::println);
        System.out.printf(
                "Đã dừng Lớp Mở (%.1f giây). Dữ liệu còn nguyên ở %s.%n", (System.nanoTime() - began) / 1e9, data);
    }
}
