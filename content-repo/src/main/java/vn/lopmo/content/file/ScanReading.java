package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.lopmo.content.file.reading.PageText;
import vn.lopmo.content.file.reading.ReaderMain;
import vn.lopmo.content.material.ChangeLog;

/// Reads pages that are pictures. Each page is written down when it is read, so that a long book that was cut off goes
/// on at the next page.
@ApplicationScoped
class ScanReading implements SlowQueue.Work {
    private final Blobs blobs;
    private final FilePages pages;
    private final Steps steps;
    private final Helpers helpers;
    private final ChangeLog changes;
    private final FilesConfig config;

    ScanReading(Blobs blobs, FilePages pages, Steps steps, Helpers helpers, ChangeLog changes, FilesConfig config) {
        this.blobs = blobs;
        this.pages = pages;
        this.steps = steps;
        this.helpers = helpers;
        this.changes = changes;
        this.config = config;
    }

    @Override
    public void on(StoredFile file, Path folder) throws IOException, Helpers.Failed {
        var source = folder.resolve("source");
        blobs.copyTo(file.schoolId(), file.content(), source);
        if (file.mediaType().equals(MediaTypes.PDF)) {
            document(file, source, folder);
        } else {
            var words = words(source, folder);
            if (!words.isBlank()) {
                QuarkusTransaction.requiringNew().run(() -> pages.write(file.id(), 1, PageText.ofLines(words)));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> changes.changed(file.materialId()));
    }

    private void document(StoredFile file, Path source, Path folder) throws IOException, Helpers.Failed {
        var empty = pages.withoutText(file.id());
        try (var child = new ReaderChild(config.reader())) {
            for (int i = 0; i < empty.size(); i++) {
                page(file.id(), empty.get(i), source, folder, child);
                int percent = 100 * (i + 1) / empty.size();
                QuarkusTransaction.requiringNew().run(() -> steps.progress(file.id(), IngestStep.OCR, percent));
            }
        }
    }

    private void page(UUID fileId, int n, Path source, Path folder, ReaderChild child)
            throws IOException, Helpers.Failed {
        var output = Files.createDirectory(folder.resolve("page-" + n));
        try {
            child.read(source, ReaderMain.PICTURE_OF_PAGE, output, Integer.toString(n));
            var picture = output.resolve(ReaderMain.PICTURE);
            if (Files.exists(picture)) {
                var words = words(picture, output);
                if (!words.isBlank()) {
                    QuarkusTransaction.requiringNew().run(() -> pages.write(fileId, n, PageText.ofLines(words)));
                }
            }
        } catch (ReaderChild.Lost lost) {
            throw new Helpers.Failed("page " + n + ": " + lost.getMessage());
        } finally {
            Folder.delete(output);
        }
    }

    private String words(Path picture, Path folder) throws IOException, Helpers.Failed {
        helpers.run(
                Helpers.EYES,
                List.of(picture.toString(), folder.resolve("words").toString(), "-l", "vie"),
                folder,
                config.helpers().patience(),
                line -> {});
        return Files.readString(folder.resolve("words.txt"));
    }
}
