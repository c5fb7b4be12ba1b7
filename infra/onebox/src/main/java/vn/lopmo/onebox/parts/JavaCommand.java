package vn.lopmo.onebox.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JVM that runs this, with the flags that were measured for a small machine: serial collector, compact headers.
final class JavaCommand {
    private final List<String> words = new ArrayList<>();

    private JavaCommand(int heapMegabytes) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xms16m", "-Xmx" + heapMegabytes + "m"));
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"));
    }

    static JavaCommand withHeap(int megabytes) {
        return new JavaCommand(megabytes);
    }

    /// Starts sooner and takes less memory; for parts whose peak speed does not matter.
    JavaCommand quickly() {
        words.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    JavaCommand with(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
