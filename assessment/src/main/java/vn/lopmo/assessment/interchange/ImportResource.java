package vn.lopmo.assessment.interchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ItemPolicy;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.Form;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

@Path("/imports")
class ImportResource {
    private final CurrentCaller caller;
    private final Importing importing;
    private final Banking banking;
    private final Imports imports;
    private final ImportQuestions questions;
    private final Clock clock;

    ImportResource(
            CurrentCaller caller,
            Importing importing,
            Banking banking,
            Imports imports,
            ImportQuestions questions,
            Clock clock) {
        this.caller = caller;
        this.importing = importing;
        this.banking = banking;
        this.imports = imports;
        this.questions = questions;
        this.clock = clock;
    }

    record Line(UUID id, String fileName, Instant createdAt, int questions, int open, PaperImport.State state) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Meta(@Nullable String subject, @Nullable Integer grade) {}

    record View(
            UUID id,
            String fileName,
            PaperImport.State state,
            Instant createdAt,
            Instant savedAt,
            Meta meta,
            List<PaperImport.Source> source,
            List<Question> questions) {
        static View of(PaperImport paper, List<ImportQuestion> questions) {
            return new View(
                    paper.id(),
                    paper.fileName(),
                    paper.state(),
                    paper.createdAt(),
                    paper.savedAt(),
                    new Meta(paper.subject(), paper.grade()),
                    paper.source(),
                    questions.stream().map(Question::of).toList());
        }
    }

    /// `n` counts through the whole file and names the question; `number` is what is printed, and begins again in
    /// each part.
    record Question(
            int n,
            int number,
            @Nullable String part,
            Form form,
            List<String> sourceIds,
            Draft content,
            ImportQuestion.Meta meta,
            List<Doubt> doubts,
            boolean settled,
            boolean dropped) {
        static Question of(ImportQuestion one) {
            var body = one.body();
            var title = body.part().title();
            return new Question(
                    one.n(),
                    body.number(),
                    title.isEmpty() ? null : title,
                    body.content().form(),
                    body.sourceIds(),
                    body.content(),
                    body.meta(),
                    one.doubts(),
                    one.settled(),
                    one.dropped());
        }
    }

    record Editing(
            @NotNull @Valid Draft content,
            @NotNull @Valid ImportQuestion.Meta meta,
            boolean settled,
            boolean dropped) {}

    record PaperWanted(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Min(1) @Max(300) Integer minutes) {}

    record BankWanted(
            @NotNull @Pattern(regexp = vn.lopmo.assessment.bank.Meta.SUBJECTS)
            String subject,

            @Nullable @Min(1) @Max(12) Integer grade,
            @Nullable @Size(max = 200) String topic,
            @Nullable @Valid PaperWanted paper) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestForm("file") @Nullable FileUpload file) throws IOException {
        var owner = importer();
        if (file == null) {
            throw new Refusal.Invalid("file-missing");
        }
        var paper = importing.take(owner, file.fileName(), file.uploadedFile(), clock.instant());
        return Response.status(Response.Status.CREATED).entity(read(paper.id())).build();
    }

    @GET
    @Transactional
    public List<Line> list() {
        return imports.mine(importer()).stream().map(this::line).toList();
    }

    private Line line(PaperImport paper) {
        var all = questions.of(paper);
        int open = (int) all.stream().filter(one -> !one.doubts().isEmpty()).count();
        return new Line(paper.id(), paper.fileName(), paper.createdAt(), all.size(), open, paper.state());
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View read(UUID id) {
        var paper = imports.get(importer(), id);
        return View.of(paper, questions.of(paper));
    }

    @PUT
    @Path("/{id}/questions/{n}")
    @Transactional
    public Question edit(UUID id, int n, @NotNull @Valid Editing editing) {
        var paper = imports.get(importer(), id);
        paper.mustBeOpen();
        var question = questions.get(paper, n);
        question.edit(editing.content, editing.meta, editing.settled, editing.dropped);
        imports.saved(paper, clock.instant());
        return Question.of(question);
    }

    @POST
    @Path("/{id}/into-bank")
    @Transactional
    public Banking.Banked intoBank(UUID id, @NotNull @Valid BankWanted wanted) {
        var author = importer();
        var where = new Banking.Where(wanted.subject, wanted.grade, wanted.topic);
        var paper = wanted.paper == null
                ? null
                : new Banking.Wanted(VietnameseText.tidy(wanted.paper.title), wanted.paper.minutes);
        return banking.bank(author, imports.get(author, id), where, paper, clock.instant());
    }

    private Caller importer() {
        var importer = caller.get();
        ItemPolicy.check(importer, ItemPolicy.Verb.IMPORT);
        return importer;
    }
}
