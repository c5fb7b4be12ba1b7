package vn.lopmo.onebox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lopmo.onebox.parts.Trees;

/// The launcher's own classes, copied into the data folder: a JVM reads a class when it first needs it, and a build may
/// have taken it away by then. Libraries stay where Maven keeps them, which no build touches.
final class Program {
    private static final String CLASSPATH = "classpath.txt";

    private Program() {}

    /// Copies what runs now, and returns the class path of the copy.
    static String copyInto(Box box) throws IOException {
        Path folder = folder(box);
        Trees.delete(folder);
        Files.createDirectories(folder);
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Files.isDirectory(Path.of(entry)) ? copy(Path.of(entry), folder, entries.size()) : entry);
        }
        String classpath = String.join(File.pathSeparator, entries);
        Files.writeString(folder.resolve(CLASSPATH), classpath);
        return classpath;
    }

    /// The class path of the copy that the launcher runs from.
    static String copiedInto(Box box) throws IOException {
        Path list = folder(box).resolve(CLASSPATH);
        return Files.exists(list) ? Files.readString(list) : copyInto(box);
    }

    private static String copy(Path classes, Path folder, int number) throws IOException {
        Path copy = folder.resolve("classes-" + number);
        Trees.copy(classes, copy);
        return copy.toString();
    }

    private static Path folder(Box box) {
        return box.folders().of("app").resolve(Supervisor.NAME);
    }
}
