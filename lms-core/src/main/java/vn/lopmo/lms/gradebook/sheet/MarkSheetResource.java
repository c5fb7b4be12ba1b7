package vn.lopmo.lms.gradebook.sheet;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.Cell;
import vn.lopmo.lms.gradebook.book.Change;
import vn.lopmo.lms.gradebook.book.Changes;
import vn.lopmo.lms.gradebook.book.MarkBooks;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;
import vn.lopmo.platform.text.VietnameseText;

/// A mark book as a mark sheet of the ministry's style: out, in, and what changed in between. Bringing one in only
/// shows what it would change; the changes are then entered like typed ones.
@Path("/mark-books/{classId}/{subject}/{term}")
class MarkSheetResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_FILE_NAME = 200;

    /// @param last null if it was never written out
    record SinceExport(List<Form> forms, @Nullable Last last, List<Changed> changed) {}

    record Last(Form form, Instant at, String by) {}

    /// @param from what the last sheet says
    record Changed(UUID learnerId, String name, String slot, String from, String to) {}

    private final CurrentCaller callers;
    private final MarkBooks books;
    private final MarkSheets sheets;
    private final Exports exports;
    private final Changes changes;
    private final People people;
    private final Clock clock;
    private final RecordReads reads;

    MarkSheetResource(
            CurrentCaller callers,
            MarkBooks books,
            MarkSheets sheets,
            Exports exports,
            Changes changes,
            People people,
            Clock clock,
            RecordReads reads) {
        this.callers = callers;
        this.books = books;
        this.sheets = sheets;
        this.exports = exports;
        this.changes = changes;
        this.people = people;
        this.clock = clock;
        this.reads = reads;
    }

    @GET
    @Path("/sheet.xlsx")
    @Produces(XLSX)
    @Transactional
    public Response sheet(UUID classId, String subject, int term, @QueryParam("form") @Nullable Form form) {
        var caller = callers.get();
        var place = books.toRead(caller, classId, subject, term);
        var chosen = form == null ? usual(place) : form;
        var bytes = sheets.write(place, chosen, caller, clock.instant());
        var name = "so-diem-" + VietnameseText.fold(place.schoolClass().name()).replaceAll("[^a-z0-9]+", "-") + "-"
                + place.subject() + "-hk" + place.term() + ".xlsx";
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static Form usual(Place place) {
        return Form.of(place.rule().scheme()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("mark-sheet-form-does-not-fit"));
    }

    /// What a sheet would change, and which of its rows cannot be taken. Nothing is written.
    @POST
    @Path("/sheet")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public SheetPreview preview(
            UUID classId,
            String subject,
            int term,
            @RestForm("file") @Nullable FileUpload file,
            @Context HttpHeaders headers) {
        var caller = callers.get();
        var place = books.toWrite(caller, classId, subject, term);
        if (file == null) {
            throw new Refusal.Invalid("roster-file-empty");
        }
        usual(place);
        return sheets.preview(place, fileName(file), bytes(file), caller.id(), RefusalMappers.locale(headers));
    }

    private static String fileName(FileUpload file) {
        var name = VietnameseText.tidy(file.fileName() == null ? "" : file.fileName());
        return name.substring(Math.max(0, name.length() - LONGEST_FILE_NAME));
    }

    private static byte[] bytes(FileUpload file) {
        if (file.size() > SheetFile.MOST_BYTES) {
            throw new Refusal.Invalid("roster-file-too-large");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /// What the last sheet that was written out no longer says rightly.
    @GET
    @Path("/since-export")
    @Transactional
    public SinceExport sinceExport(UUID classId, String subject, int term) {
        var caller = callers.get();
        var place = books.toRead(caller, classId, subject, term);
        var forms = Form.of(place.rule().scheme());
        return exports.last(place)
                .map(last -> new SinceExport(
                        forms,
                        new Last(
                                last.form(),
                                last.at(),
                                people.findByIdOptional(last.by())
                                        .map(Person::name)
                                        .orElse("")),
                        changed(place, last.at())))
                .orElseGet(() -> new SinceExport(forms, null, List.of()));
    }

    private List<Changed> changed(Place place, Instant since) {
        record Span(String from, String to) {}
        var spans = new LinkedHashMap<Cell.Key, Span>();
        for (Change change : changes.since(place, since)) {
            spans.merge(
                    new Cell.Key(change.learnerId(), change.slot()),
                    new Span(change.was(), change.value()),
                    (before, after) -> new Span(before.from, after.to));
        }
        reads.noteAll(
                callers.get(), spans.keySet().stream().map(Cell.Key::learnerId).toList(), RecordReads.MARKS);
        Map<UUID, String> names =
                people.ofIds(spans.keySet().stream().map(Cell.Key::learnerId).toList(), place.schoolId()).stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
        return spans.entrySet().stream()
                .filter(each -> !each.getValue().from.equals(each.getValue().to))
                .map(each -> new Changed(
                        each.getKey().learnerId(),
                        names.getOrDefault(each.getKey().learnerId(), ""),
                        each.getKey().slot().code(),
                        each.getValue().from,
                        each.getValue().to))
                .toList();
    }
}
