package vn.lopmo.content.file;

import static vn.lopmo.content.file.IngestStep.State.DONE;
import static vn.lopmo.content.file.IngestStep.State.FAILED;
import static vn.lopmo.content.file.IngestStep.State.SKIPPED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PartsList;

/// Takes one file through its quick steps: hash, scan, into the store, words. What comes of it is written to the
/// database by the caller, several files at once.
@ApplicationScoped
class QuickSteps {
    static final String NOT_REACHED = "step-not-reached";
    static final String INFECTED = "file-infected";
    private static final long WORTH_TELLING = 64L << 20;

    private final Arrivals arrivals;
    private final ReceivedFiles received;
    private final Blobs blobs;
    private final VirusScanner scanner;
    private final Steps steps;
    private final Event<FileUnpacked> unpacked;

    QuickSteps(
            Arrivals arrivals,
            ReceivedFiles received,
            Blobs blobs,
            VirusScanner scanner,
            Steps steps,
            Event<FileUnpacked> unpacked) {
        this.arrivals = arrivals;
        this.received = received;
        this.blobs = blobs;
        this.scanner = scanner;
        this.steps = steps;
        this.unpacked = unpacked;
    }

    /// What was found out about a file.
    ///
    /// @param folder where the child left its pages
    /// @param sha256 null if it was not kept
    /// @param problem the slug that says why it is not ready
    record Outcome(
            ReceivedFiles.Claimed file,
            Path folder,
            @Nullable String sha256,
            List<FilePages.Part> parts,
            @Nullable String thumbnail,
            List<Steps.Done> steps,
            @Nullable String problem,
            boolean read) {
        /// What lies in the folder of arrivals may go: the store has it, or nobody shall.
        boolean needsNoBytes() {
            return sha256 != null || INFECTED.equals(problem);
        }
    }

    Outcome take(ReceivedFiles.Claimed file, ReaderChild child, Path folder) throws IOException, ReaderChild.Lost {
        var walk = new Walk(file, folder);
        var source = source(file, folder);
        if (source == null) {
            return walk.failed(IngestStep.HASH, "file-gone", null);
        }
        var sha256 = file.sha256() == null ? Sha256.of(source, telling(file)) : file.sha256();
        walk.done(IngestStep.HASH);
        if (!file.checked()) {
            var finding = scanner.scan(source);
            if (finding.state() == FAILED) {
                return walk.failed(IngestStep.SCAN, finding.problemOr("scanner-away"), null);
            }
            walk.note(IngestStep.SCAN, finding.state(), finding.problem());
            keep(file, sha256, source);
        }
        return read(file, child, source, sha256, walk);
    }

    private void keep(ReceivedFiles.Claimed file, String sha256, Path source) {
        if (received.findSame(file, sha256).isEmpty()) {
            blobs.keep(file.schoolId(), sha256, source, file.mediaType());
        }
    }

    private Outcome read(ReceivedFiles.Claimed file, ReaderChild child, Path source, String sha256, Walk walk)
            throws IOException, ReaderChild.Lost {
        var needed = IngestStep.of(file.mediaType());
        if (!needed.contains(IngestStep.TEXT)) {
            return walk.ready(sha256, List.of(), null, false);
        }
        if (file.tries() >= ReceivedFiles.MOST_TRIES) {
            return walk.failed(IngestStep.TEXT, "file-unreadable", sha256);
        }
        var answer = child.read(source, file.mediaType(), walk.folder, "/api/content/files/" + file.id() + "/parts/");
        if (!answer.ready()) {
            return walk.failed(IngestStep.TEXT, answer.slug(), sha256);
        }
        walk.done(IngestStep.TEXT);
        unpacked.fire(new FileUnpacked(file.id(), file.materialId(), file.schoolId(), file.mediaType(), walk.folder));
        if (needed.contains(IngestStep.OLD_ENCODING)) {
            walk.either(IngestStep.OLD_ENCODING, answer.facts().containsKey("old"));
        }
        if (needed.contains(IngestStep.OCR)) {
            walk.ocr(!file.mediaType().equals(MediaTypes.PDF) || answer.facts().containsKey("empty"));
        }
        return walk.ready(sha256, parts(file, walk.folder), PartsList.thumbnail(walk.folder), true);
    }

    private List<FilePages.Part> parts(ReceivedFiles.Claimed file, Path folder) throws IOException {
        var parts = new ArrayList<FilePages.Part>();
        for (var part : PartsList.in(folder)) {
            blobs.keep(file.schoolId(), part.hash(), part.path(), part.mediaType());
            parts.add(new FilePages.Part(part.hash(), part.mediaType(), Files.size(part.path())));
        }
        return parts;
    }

    /// @return null if its bytes are nowhere any more
    private @Nullable Path source(ReceivedFiles.Claimed file, Path folder) {
        if (arrivals.holds(file.id())) {
            return arrivals.path(file.id());
        }
        if (file.sha256() == null) {
            return null;
        }
        var copy = folder.resolve("source");
        blobs.copyTo(file.schoolId(), file.sha256(), copy);
        return copy;
    }

    private LongConsumer telling(ReceivedFiles.Claimed file) {
        if (file.size() < WORTH_TELLING) {
            return seen -> {};
        }
        long[] told = {0};
        return seen -> {
            int percent = (int) (100 * seen / file.size());
            if (percent >= told[0] + 10) {
                told[0] = percent;
                steps.progress(file.id(), IngestStep.HASH, percent);
            }
        };
    }

    /// The steps of one file as they are gone.
    private static final class Walk {
        private final ReceivedFiles.Claimed file;
        private final Path folder;
        private final List<Steps.Done> steps = new ArrayList<>();

        Walk(ReceivedFiles.Claimed file, Path folder) {
            this.file = file;
            this.folder = folder;
        }

        void note(IngestStep step, IngestStep.State state, @Nullable String problem) {
            steps.add(new Steps.Done(file.id(), step, state, problem));
        }

        void done(IngestStep step) {
            note(step, DONE, null);
        }

        void either(IngestStep step, boolean done) {
            note(step, done ? DONE : SKIPPED, done ? null : "step-not-needed");
        }

        /// That there are pages to read is found out by the reading; the reading of pictures comes later.
        void ocr(boolean needed) {
            if (!needed) {
                note(IngestStep.OCR, SKIPPED, "step-not-needed");
            }
        }

        Outcome ready(String sha256, List<FilePages.Part> parts, @Nullable String thumbnail, boolean read) {
            done(IngestStep.INDEX);
            return new Outcome(file, folder, sha256, parts, thumbnail, steps, null, read);
        }

        Outcome failed(IngestStep step, String slug, @Nullable String sha256) {
            note(step, FAILED, slug);
            IngestStep.of(file.mediaType()).stream()
                    .filter(later -> later.compareTo(step) > 0 && later != IngestStep.TYPE)
                    .forEach(later -> note(later, SKIPPED, NOT_REACHED));
            return new Outcome(file, folder, sha256, List.of(), null, steps, slug, false);
        }
    }
}
