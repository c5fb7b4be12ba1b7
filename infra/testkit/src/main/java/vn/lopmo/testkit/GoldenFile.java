package vn.lopmo.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/// A committed file that some output must equal. `-Dgolden.renew=true` writes it anew, to be read in the diff.
public final class GoldenFile {
    private final Path file;

    private GoldenFile(Path file) {
        this.file = file;
    }

    /// @param path from the checkout's root
    public static GoldenFile at(String path) {
        return new GoldenFile(TestBox.STORE.root().resolve(path));
    }

    public void mustEqual(String actual) {
        String tidy = actual.replace("\r\n", "\n").stripTrailing() + "\n";
        try {
            if (Boolean.getBoolean("golden.renew")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, tidy);
                return;
            }
            String golden = Files.exists(file) ? Files.readString(file) : "";
            Assertions.assertEquals(golden, tidy, () -> file + " differs; if that is meant: -Dgolden.renew=true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
