package vn.lopmo.content.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/// The name of this copy of the index among the service's replicas: made once, kept beside the index.
@ApplicationScoped
class Replica {
    static final String FILE = "replica";
    private final Path folder;

    Replica(SearchConfig config) {
        this.folder = config.folder();
    }

    synchronized String name() throws IOException {
        var file = folder.resolve(FILE);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException first) {
            Files.createDirectories(folder);
            var name = UUID.randomUUID().toString();
            Files.writeString(file, name);
            return name;
        }
    }
}
