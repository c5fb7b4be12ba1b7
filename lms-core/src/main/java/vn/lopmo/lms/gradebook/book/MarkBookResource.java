package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// One mark book: a subject of a class in a term (1, 2; 3 is the summer).
@Path("/mark-books/{classId}/{subject}/{term}")
class MarkBookResource {
    private static final int MOST_CELLS = 2_000;

    /// @param version of the cell it was made from; 0 if there was none
    record CellChange(
            @NotNull UUID learnerId,
            @NotNull @Size(max = 10) String slot,
            @NotNull @Size(max = Entry.LONGEST_TEXT) String value,
            @Min(0) int version) {}

    /// @param imported whether they come from a mark sheet
    record Changing(@NotEmpty @Size(max = MOST_CELLS) List<@NotNull @Valid CellChange> changes, boolean imported) {}

    record Undoing(@NotNull UUID batch) {}

    record Showing(@NotNull @Size(max = 10) String slot, boolean released) {}

    record CellAt(UUID learnerId, String slot, String value, int version, boolean fed) {
        static CellAt of(Cell cell) {
            return new CellAt(cell.learnerId(), cell.slot().code(), cell.value(), cell.version(), cell.fedBy() != null);
        }
    }

    /// @param refused cells that somebody else has changed meanwhile, as they are now; they were left so
    /// @param rows the rows concerned, with their results as they are now
    record Saved(
            @Nullable UUID batch,
            Instant at,
            List<CellAt> written,
            List<CellAt> refused,
            List<MarkBookView.Row> rows) {}

    record Line(
            UUID learnerId,
            String learner,
            String slot,
            String was,
            String value,
            Change.Cause cause,
            Instant at,
            String by) {}

    private final CurrentCaller callers;
    private final MarkBooks books;
    private final MarkBookViews views;
    private final Entering entering;
    private final Changes changes;
    private final Cells cells;
    private final Releases releases;
    private final Memberships memberships;
    private final Clock clock;
    private final RecordReads reads;

    MarkBookResource(
            CurrentCaller callers,
            MarkBooks books,
            MarkBookViews views,
            Entering entering,
            Changes changes,
            Cells cells,
            Releases releases,
            Memberships memberships,
            Clock clock,
            RecordReads reads) {
        this.callers = callers;
        this.books = books;
        this.views = views;
        this.entering = entering;
        this.changes = changes;
        this.cells = cells;
        this.releases = releases;
        this.memberships = memberships;
        this.clock = clock;
        this.reads = reads;
    }

    @GET
    @Transactional
    public MarkBookView get(UUID classId, String subject, int term) {
        var caller = callers.get();
        var view = views.of(caller, books.toRead(caller, classId, subject, term));
        var seen = view.rows().stream().map(MarkBookView.Row::learnerId).toList();
        reads.noteAll(caller, seen, RecordReads.MARKS);
        return view;
    }

    @PUT
    @Path("/cells")
    @Transactional
    public Saved change(UUID classId, String subject, int term, @NotNull @Valid Changing changing) {
        var caller = callers.get();
        var place = books.toWrite(caller, classId, subject, term);
        var cause = changing.imported ? Change.Cause.IMPORTED : Change.Cause.TYPED;
        var now = clock.instant();
        return saved(place, entering.enter(place, wishes(place, changing.changes), cause, caller.id(), now), now);
    }

    private static List<Cell.Wish> wishes(Place place, List<CellChange> asked) {
        var wishes = new ArrayList<Cell.Wish>();
        var wrong = new ArrayList<Refusal.Field>();
        for (int n = 0; n < asked.size(); n++) {
            var change = asked.get(n);
            var column = place.column(change.slot);
            var value = column.entry().read(change.value);
            if (value.isEmpty()) {
                wrong.add(new Refusal.Field("changes[" + n + "].value", "mark-not-understood", null));
            } else {
                wishes.add(new Cell.Wish(change.learnerId, column.slot(), value.get(), change.version, null));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid("mark-not-understood", wrong);
        }
        return wishes;
    }

    private Saved saved(Place place, Entering.Entered entered, Instant now) {
        var touched = new ArrayList<>(entered.written());
        touched.addAll(entered.refused());
        var ids = touched.stream().map(Cell::learnerId).collect(Collectors.toSet());
        var learners = memberships.learnersOf(place.classId()).stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
        return new Saved(
                entered.batch(),
                now,
                entered.written().stream().map(CellAt::of).toList(),
                entered.refused().stream().map(CellAt::of).toList(),
                views.rows(place, learners, cells.ofSubject(place.yearId(), place.subject(), ids)));
    }

    @POST
    @Path("/undo")
    @Transactional
    public Saved undo(UUID classId, String subject, int term, @NotNull @Valid Undoing undoing) {
        var caller = callers.get();
        var place = books.toWrite(caller, classId, subject, term);
        var now = clock.instant();
        return saved(place, entering.undo(place, undoing.batch, caller.id(), now), now);
    }

    /// Who changed what: of one cell, or the latest of the book.
    @GET
    @Path("/history")
    @Transactional
    public List<Line> history(
            UUID classId,
            String subject,
            int term,
            @QueryParam("learnerId") @Nullable UUID learnerId,
            @QueryParam("slot") @Nullable String slot) {
        var caller = callers.get();
        var place = books.toRead(caller, classId, subject, term);
        if (learnerId == null || slot == null) {
            return lines(place, changes.latest(place));
        }
        mustLearnHere(place, learnerId);
        return lines(place, changes.ofCell(place, learnerId, place.column(slot).slot()));
    }

    private void mustLearnHere(Place place, UUID learnerId) {
        if (!memberships.learnsIn(learnerId, place.classId())) {
            throw new Refusal.NotFound("person-not-found");
        }
    }

    private List<Line> lines(Place place, List<Change> found) {
        reads.noteAll(callers.get(), found.stream().map(Change::learnerId).toList(), RecordReads.MARKS);
        var ids = found.stream()
                .flatMap(change -> java.util.stream.Stream.of(change.by(), change.learnerId()))
                .collect(Collectors.toSet());
        var names = views.namesOf(ids, place.schoolId());
        return found.stream()
                .map(change -> new Line(
                        change.learnerId(),
                        names.getOrDefault(change.learnerId(), ""),
                        change.slot().code(),
                        change.was(),
                        change.value(),
                        change.cause(),
                        change.at(),
                        names.getOrDefault(change.by(), "")))
                .toList();
    }

    /// Shows a column to the learners and their guardians, or takes it out of their sight.
    @PUT
    @Path("/releases")
    @Transactional
    public MarkBookView release(UUID classId, String subject, int term, @NotNull @Valid Showing showing) {
        var caller = callers.get();
        var place = books.open(caller, Verb.RELEASE, classId, subject, term);
        Slot slot = place.column(showing.slot).slot();
        if (showing.released) {
            releases.release(place, slot, caller.id(), clock.instant());
        } else {
            releases.takeBack(place, slot);
        }
        return views.of(caller, place);
    }
}
