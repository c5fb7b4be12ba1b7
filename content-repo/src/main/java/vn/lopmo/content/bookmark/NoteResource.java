package vn.lopmo.content.bookmark;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FileAccess;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// The caller's own notes beside the pages of a file. They can be changed and thrown away also when the file is not
/// for him any more: they are his.
@Path("/files")
class NoteResource {
    private static final int LONGEST = 2_000;

    private final Notes notes;
    private final FileAccess access;
    private final CurrentCaller caller;
    private final Clock clock;

    NoteResource(Notes notes, FileAccess access, CurrentCaller caller, Clock clock) {
        this.notes = notes;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param n the page; of a film or a recording, the second
    record Written(
            @NotNull @Min(0) @Max(1_000_000) Integer n,
            @NotBlank @Size(max = LONGEST) String text,
            @Nullable @Size(max = 500) String quote) {}

    record Change(@NotBlank @Size(max = LONGEST) String text) {}

    record View(UUID id, int n, @Nullable String quote, String text, Instant updatedAt) {
        static View of(Note note) {
            return new View(note.id(), note.n(), note.quote(), note.text(), note.updatedAt());
        }
    }

    @GET
    @Path("/{id}/notes")
    @Transactional
    public List<View> ofFile(UUID id) {
        return notes.of(caller.get(), access.readable(id).id()).stream()
                .map(View::of)
                .toList();
    }

    @POST
    @Path("/{id}/notes")
    @ResponseStatus(201)
    @Transactional
    public View write(UUID id, @NotNull @Valid Written written) {
        var person = caller.get();
        var file = access.readable(id);
        if (notes.isFull(person, id)) {
            throw new Refusal.Conflict("notes-full");
        }
        var quote = written.quote() == null ? null : VietnameseText.tidy(written.quote());
        var note =
                Note.written(person, file, new Note.Words(written.n(), quote, lines(written.text())), clock.instant());
        notes.persist(note);
        return View.of(note);
    }

    @PUT
    @Path("/{id}/notes/{note}")
    @Transactional
    public View rewrite(UUID id, UUID note, @NotNull @Valid Change change) {
        var found = notes.get(note, id, caller.get());
        found.rewrite(lines(change.text()), clock.instant());
        return View.of(found);
    }

    @DELETE
    @Path("/{id}/notes/{note}")
    @Transactional
    public void throwAway(UUID id, UUID note) {
        notes.delete(notes.get(note, id, caller.get()));
    }

    /// Tidied line by line: a note may be a list.
    private static String lines(String text) {
        return String.join("\n", text.lines().map(VietnameseText::tidy).toList())
                .strip();
    }
}
