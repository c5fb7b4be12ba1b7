package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jboss.logging.Logger;
import vn.lopmo.content.file.BulkLine.State;
import vn.lopmo.content.material.ChangeLog;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Says what a list would do, and does it: each row in a transaction of its own. A row finds its file by name, in the
/// zip that came with the list or in the library, so that the same list again changes nothing, and one that was cut off
/// goes on.
@ApplicationScoped
class BulkApplication {
    private static final Logger LOG = Logger.getLogger(BulkApplication.class);

    private final BulkImports imports;
    private final Arrivals arrivals;
    private final UploadInspection inspection;
    private final Allowance allowance;
    private final Intake intake;
    private final ChangeLog changes;
    private final ReadingQueue reading;
    private final FilesConfig config;
    private final Rows rows;
    private final Clock clock;

    BulkApplication(
            BulkImports imports,
            Arrivals arrivals,
            UploadInspection inspection,
            Allowance allowance,
            Intake intake,
            ChangeLog changes,
            ReadingQueue reading,
            FilesConfig config,
            Rows rows,
            Clock clock) {
        this.imports = imports;
        this.arrivals = arrivals;
        this.inspection = inspection;
        this.allowance = allowance;
        this.intake = intake;
        this.changes = changes;
        this.reading = reading;
        this.config = config;
        this.rows = rows;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.reader().enabled()) {
            QuarkusTransaction.requiringNew().call(imports::interrupted).forEach(this::begin);
        }
    }

    void begin(UUID id) {
        Thread.ofVirtual().name("bulk").start(() -> {
            try {
                apply(id);
            } catch (RuntimeException fault) {
                LOG.warnf(fault, "the list %s waits for the next start", id);
            }
        });
    }

    /// What each row would do.
    List<BulkLine> preview(UUID schoolId, List<BulkLine> lines, Map<String, Long> inArchive) {
        return lines.stream()
                .map(line -> line.faults().isEmpty() ? planned(schoolId, line, inArchive) : line)
                .toList();
    }

    private BulkLine planned(UUID schoolId, BulkLine line, Map<String, Long> inArchive) {
        var known = rows.query(
                "select f.material_id from stored_file f join material m on m.id = f.material_id where f.school_id = ?"
                        + " and f.name = ? and f.current and m.state not in ('WITHDRAWN', 'DISCARDED') limit 2",
                row -> row.getObject(1, UUID.class),
                schoolId,
                line.file());
        if (known.size() > 1) {
            return line.bad("Tệp", "bulk-ambiguous");
        }
        if (!known.isEmpty()) {
            var now = intake.material(known.getFirst(), schoolId).metadata();
            boolean same = described(now, line.metadata()).equals(now);
            return line.as(same ? State.SAME : State.CHANGED, known.getFirst());
        }
        var size = inArchive.get(line.file());
        if (size == null) {
            return line.bad("Tệp", "bulk-file-missing");
        }
        try {
            allowance.check(schoolId, line.file(), size);
            return line.as(State.NEW, null);
        } catch (Refusal.Invalid refused) {
            return line.bad("Tệp", Sentences.kept(refused));
        }
    }

    /// What the list says takes the place of what was there; what it leaves empty stays.
    private static Metadata described(Metadata now, Metadata listed) {
        var edit = now.edit().title(listed.title());
        if (listed.type() != null) {
            edit.type(listed.type());
        }
        if (listed.subject() != null) {
            edit.subject(listed.subject());
        }
        if (listed.licence() != null) {
            edit.licence(listed.licence());
        }
        edit.grades(listed.grades().isEmpty() ? now.grades() : listed.grades());
        edit.keywords(listed.keywords().isEmpty() ? now.keywords() : listed.keywords());
        edit.description(either(listed.description(), now.description()));
        edit.textbook(either(listed.textbook(), now.textbook()));
        edit.author(either(listed.author(), now.author()));
        edit.source(either(listed.source(), now.source()));
        return edit.done();
    }

    private static String either(String listed, String now) {
        return listed.isEmpty() ? now : listed;
    }

    /// The files of the zip by their bare names, and their sizes.
    ///
    /// @throws Refusal.Invalid if it is no zip, or one that wants to do harm
    Map<String, Long> inArchive(Path zip) {
        inspection.checkArchive(zip);
        var sizes = new HashMap<String, Long>();
        try (var archive = new ZipFile(zip.toFile())) {
            archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(
                            entry -> sizes.putIfAbsent(FileNames.clean(entry.getName()), Math.max(1, entry.getSize())));
        } catch (IOException broken) {
            throw new Refusal.Invalid("file-not-what-it-says");
        }
        return sizes;
    }

    private void apply(UUID id) {
        var list = QuarkusTransaction.requiringNew().call(() -> imports.findById(id));
        var zip = list.hasArchive() ? arrivals.path(id) : null;
        var lines = new ArrayList<BulkLine>();
        var files = zip == null ? Map.<String, Long>of() : inArchive(zip);
        for (var line : list.lines()) {
            lines.add(
                    line.state() == State.BAD && line.faults().stream().noneMatch(BulkApplication::mayPass)
                            ? line
                            : applied(list, line, files));
        }
        QuarkusTransaction.requiringNew().run(() -> imports.findById(id).done(lines));
        reading.wake();
    }

    /// A file that was missing may have come since.
    private static boolean mayPass(BulkLine.Fault fault) {
        return fault.problem().equals("bulk-file-missing");
    }

    private BulkLine applied(BulkImport list, BulkLine line, Map<String, Long> files) {
        try {
            var fresh = new BulkLine(line.row(), line.file(), line.metadata(), List.of(), State.NEW, null);
            var plan = QuarkusTransaction.requiringNew().call(() -> planned(list.schoolId(), fresh, files));
            return switch (plan.state()) {
                case SAME, BAD -> plan;
                case CHANGED -> QuarkusTransaction.requiringNew().call(() -> described(list, plan));
                case NEW -> brought(list, plan);
            };
        } catch (Refusal.Invalid refused) {
            return line.bad("Tệp", Sentences.kept(refused));
        }
    }

    private BulkLine described(BulkImport list, BulkLine line) {
        var material = intake.material(java.util.Objects.requireNonNull(line.materialId()), list.schoolId());
        material.describe(material.revision(), described(material.metadata(), line.metadata()), clock.instant());
        changes.changed(material.id());
        return line;
    }

    private BulkLine brought(BulkImport list, BulkLine line) {
        var id = Ids.next(clock.instant());
        var target = arrivals.path(id);
        try {
            extract(arrivals.path(list.id()), line.file(), target, allowance.largest(FileNames.extension(line.file())));
            var upload = inspection.inspect(target, line.file());
            var material = QuarkusTransaction.requiringNew().call(() -> {
                var made = intake.draft(id, list.schoolId(), list.ownerId(), upload);
                made.describe(made.revision(), described(made.metadata(), line.metadata()), clock.instant());
                return made;
            });
            return line.as(State.NEW, material.id());
        } catch (Refusal refused) {
            arrivals.remove(id);
            throw refused;
        }
    }

    /// Nothing is ever written under a name from inside, nor more than the kind may have.
    private static void extract(Path zip, String name, Path target, long most) {
        try (var archive = new ZipFile(zip.toFile())) {
            ZipEntry entry = archive.stream()
                    .filter(one ->
                            !one.isDirectory() && FileNames.clean(one.getName()).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Invalid("bulk-file-missing"));
            try (InputStream in = archive.getInputStream(entry);
                    var out = Files.newOutputStream(target)) {
                long sum = 0;
                var piece = new byte[1 << 16];
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    sum += n;
                    if (sum > most) {
                        throw new Refusal.Invalid("file-bomb");
                    }
                    out.write(piece, 0, n);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
