package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process as it stands in a pid file: its number, when it began, and the fingerprint of the command that began it.
///
/// Numbers are given again to strangers; only number and beginning together name a process, so that a stranger is never
/// adopted or killed.
public record Running(long pid, String began, String fingerprint) {

    public static Running of(ProcessHandle process, String fingerprint) {
        return new Running(process.pid(), beginning(process), fingerprint);
    }

    /// What the file names, if that very process still lives.
    public static Optional<Running> read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            if (words.length != 3) {
                return Optional.empty();
            }
            return Optional.of(new Running(Long.parseLong(words[0]), words[1], words[2]))
                    .filter(Running::alive);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, pid + " " + began + " " + fingerprint + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public boolean alive() {
        return handle().isPresent();
    }

    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> beginning(process).equals(began))
                .filter(process -> !isZombie(process));
    }

    /// Asks the process to end, and insists when it has not after the given patience.
    public void end(String signal, Duration patience) {
        var process = handle();
        if (process.isEmpty()) {
            return;
        }
        Signals.send(signal, pid);
        if (!endedWithin(process.get(), patience)) {
            Signals.send("KILL", pid);
            endedWithin(process.get(), Duration.ofSeconds(10));
        }
    }

    private static boolean endedWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Linux counts ticks since its own start, which no change of the clock moves; elsewhere the wall clock has to do.
    static String beginning(ProcessHandle process) {
        return statField(process, 22)
                .orElseGet(() ->
                        process.info().startInstant().map(Instant::toString).orElse("unknown"));
    }

    private static boolean isZombie(ProcessHandle process) {
        return statField(process, 3).filter("Z"::equals).isPresent();
    }

    private static Optional<String> statField(ProcessHandle process, int number) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String afterName = stat.substring(stat.lastIndexOf(')') + 2);
            return Optional.of(afterName.split(" ")[number - 3]);
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }
}
