package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PageFile;
import vn.lopmo.content.file.reading.ReaderMain;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Many materials at once: a list of their descriptions, and their files in a zip or in the library already.
@Path("/materials/bulk")
@UploadersOnly
class BulkResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BulkImports imports;
    private final BulkApplication application;
    private final Arrivals arrivals;
    private final Sentences sentences;
    private final FilesConfig config;
    private final CurrentCaller caller;
    private final Clock clock;

    BulkResource(
            BulkImports imports,
            BulkApplication application,
            Arrivals arrivals,
            Sentences sentences,
            FilesConfig config,
            CurrentCaller caller,
            Clock clock) {
        this.imports = imports;
        this.application = application;
        this.arrivals = arrivals;
        this.sentences = sentences;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param problem a sentence
    record Fault(String column, String problem) {}

    record Line(
            int row,
            String file,
            String title,
            BulkLine.State state,
            @Nullable UUID materialId,
            List<Fault> faults) {}

    record View(UUID id, BulkImport.State state, List<Line> lines) {}

    /// An empty list with its headings and an example.
    @GET
    @Path("/template")
    public Response template() {
        return Response.ok(SheetTemplate.xlsx(), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileNames.disposition(false, "danh-muc-hoc-lieu.xlsx"))
                .build();
    }

    @POST
    @ResponseStatus(201)
    public View preview(@RestForm("sheet") @Nullable FileUpload sheet, @RestForm("zip") @Nullable FileUpload zip) {
        var who = curator();
        if (sheet == null) {
            throw new Refusal.Invalid("file-missing");
        }
        var lines = BulkSheet.read(rows(sheet));
        var id = Ids.next(clock.instant());
        var files = zip == null ? Map.<String, Long>of() : application.inArchive(zip.uploadedFile());
        if (zip != null) {
            arrivals.take(id, zip.uploadedFile());
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var list = BulkImport.previewed(
                    id, who, application.preview(who.schoolId(), lines, files), zip != null, clock.instant());
            imports.persist(list);
            return view(list);
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View read(UUID id) {
        return view(imports.get(id, curator()));
    }

    @POST
    @Path("/{id}/apply")
    @ResponseStatus(202)
    public View apply(UUID id) {
        var who = curator();
        var view = QuarkusTransaction.requiringNew().call(() -> {
            var list = imports.get(id, who);
            list.begin();
            return view(list);
        });
        application.begin(id);
        return view;
    }

    private Caller curator() {
        var who = caller.get();
        if (!MaterialPolicy.curates(who)) {
            throw new Refusal.Forbidden("material-not-allowed");
        }
        return who;
    }

    /// Strangers made it, so that a child opens it.
    private List<List<String>> rows(FileUpload sheet) {
        try (var child = new ReaderChild(config.reader())) {
            var folder = Files.createTempDirectory("lopmo-sheet-");
            try {
                if (!child.read(sheet.uploadedFile(), ReaderMain.SHEET, folder, "")
                        .ready()) {
                    throw new Refusal.Invalid("bulk-unreadable");
                }
                var rows = new ArrayList<List<String>>();
                PageFile.in(folder).forEach(row -> rows.add(List.of(row.text().split(ReaderMain.BETWEEN_CELLS, -1))));
                return rows;
            } finally {
                Folder.delete(folder);
            }
        } catch (ReaderChild.Lost lost) {
            throw new Refusal.Invalid("bulk-unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private View view(BulkImport list) {
        return new View(
                list.id(), list.state(), list.lines().stream().map(this::line).toList());
    }

    private Line line(BulkLine line) {
        var faults = line.faults().stream()
                .map(fault -> new Fault(fault.column(), String.valueOf(sentences.of(fault.problem()))))
                .toList();
        return new Line(line.row(), line.file(), line.metadata().title(), line.state(), line.materialId(), faults);
    }
}
