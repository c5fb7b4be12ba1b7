package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What the launcher tells those who wait for it: lines in `run/progress`, which the command that began it reads along.
final class Progress {
    static final String READY = "READY";
    static final String FAILED = "FAILED ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Path file;

    Progress(Box box) {
        this.file = box.folders().of("run").resolve("progress");
    }

    void begin() throws IOException {
        Files.deleteIfExists(file);
    }

    synchronized void say(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException diskFull) {
            log("progress cannot be written: " + diskFull.getMessage());
        }
        log(line);
    }

    List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException notYet) {
            return List.of();
        }
    }

    /// Into the launcher's own log, which its standard output is.
    static void log(String line) {
        System.out.println(LocalDateTime.now().format(TIME) + " " + line);
    }
}
