package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lopmo.onebox.parts.Part;
import vn.lopmo.onebox.parts.PartFailure;
import vn.lopmo.onebox.parts.Running;
import vn.lopmo.onebox.parts.Store;

/// The launcher's long-living process: begins all parts, begins again each that dies, and ends all in reverse order
/// when it is asked to end.
public final class Supervisor {
    static final String NAME = "launcher";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    /// Let go by the garbage collector if nobody held it.
    private static @Nullable FileLock held;

    private final Box box;
    private final Plan plan;
    private final Progress progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ending;

    private Supervisor(Box box) {
        this.box = box;
        this.progress = new Progress(box);
        this.plan = new Plan(box, Store.ofThisCheckout());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var box = Box.at(Path.of(args[0]));
        held = lock(box);
        if (held == null) {
            new Progress(box)
                    .say(Progress.FAILED + "Một trình khởi động khác đang chạy trên "
                            + box.folders().data() + "; xem bằng ./lopmo status.");
            System.exit(2);
        }
        Running.of(ProcessHandle.current(), NAME).write(box.folders().pidFile(NAME));
        var supervisor = new Supervisor(box);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::end, "end"));
        if (!supervisor.begin()) {
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    static @Nullable FileLock lock(Box box) throws IOException {
        var channel = FileChannel.open(
                box.folders().of("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.tryLock();
    }

    private boolean begin() {
        try {
            for (List<Part> wave : plan.waves()) {
                together(wave, this::beginOne);
            }
            plan.all().forEach(part -> threads.execute(() -> watch(part)));
            progress.say(Progress.READY);
            return true;
        } catch (CompletionException e) {
            String sentence =
                    e.getCause() instanceof PartFailure failure ? failure.getMessage() : String.valueOf(e.getCause());
            progress.say(Progress.FAILED + sentence);
            return false;
        }
    }

    private void together(List<Part> parts, Consumer<Part> work) {
        var running = parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> work.accept(part), threads))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(running).join();
    }

    private void beginOne(Part part) {
        long began = System.nanoTime();
        boolean adopted = part.running().isPresent();
        part.start();
        double seconds = (System.nanoTime() - began) / 1e9;
        progress.say("  %-14s %s (%.1f giây)".formatted(part.name(), adopted ? "đang chạy sẵn" : "đã chạy", seconds));
    }

    private void watch(Part part) {
        Duration pause = Duration.ofSeconds(1);
        while (!ending) {
            long began = System.nanoTime();
            part.ended().join();
            if (ending) {
                return;
            }
            boolean wasSteady = System.nanoTime() - began > STEADY.toNanos();
            pause = wasSteady ? Duration.ofSeconds(1) : pause;
            Progress.log(part.name() + " died; begins again in " + pause.toSeconds() + " s");
            sleep(pause);
            beginAgain(part);
            pause = doubled(pause);
        }
    }

    private void beginAgain(Part part) {
        synchronized (part) {
            if (ending) {
                return;
            }
            try {
                part.start();
                Progress.log(part.name() + " is back");
            } catch (PartFailure e) {
                Progress.log(part.name() + " did not come back: " + e.getMessage());
            }
        }
    }

    private static Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        ending = true;
        stopAll(plan, line -> Progress.log(line));
        box.folders().pidFile(NAME).toFile().delete();
    }

    /// Ends what runs, the last first; within a wave at the same time.
    static void stopAll(Plan plan, Consumer<String> saying) {
        var waves = new ArrayList<>(plan.waves()).reversed();
        for (List<Part> wave : waves) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                wave.stream()
                        .filter(part -> part.running().isPresent())
                        .forEach(part -> threads.execute(() -> {
                            part.stop();
                            saying.accept("  " + part.name() + " đã dừng");
                        }));
            }
        }
    }
}
