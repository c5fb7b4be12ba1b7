package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command that runs to its end before a part begins, speaking into that part's log.
final class Once {
    private static final int LONGEST_MINUTES = 10;

    private Once() {}

    static void run(String part, List<String> words, Map<String, String> environment, Folders folders)
            throws IOException {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folders.log(part).toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new PartFailure(
                        "Chuẩn bị %s không thành công; xem lý do ở cuối tệp %s.".formatted(part, folders.log(part)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailure("Bị ngắt trong lúc chuẩn bị " + part + ".", e);
        }
    }
}
