package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.ReleasedMark;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Columns that take their marks from quizzes and tasks.
@Path("/mark-books/{classId}/{subject}/{term}/feeds")
class FeedResource {
    record Linking(@NotNull UUID sourceId) {}

    record Feeding(List<SourceView> sources, List<ColumnFeed> columns) {}

    record SourceView(UUID id, ReleasedMark.Kind kind, String title, String subject) {}

    /// @param from  only work can be linked and unlinked; the others bring by themselves
    /// @param title of work
    record ColumnFeed(String slot, Bringing.From from, UUID sourceId, String title, List<Proposal> proposals) {}

    /// A mark that differs from what stands in the book.
    ///
    /// @param typed whether what stands there was typed by hand
    record Proposal(
            UUID learnerId, String name, String standing, int version, boolean typed, String proposed, Instant at) {}

    /// @param sourceId which of the column's sources; null for the work that is linked to it
    record Taking(
            @Nullable UUID sourceId,
            @NotNull @NotEmpty @Size(max = 200) List<@NotNull @Valid Taken> taken) {}

    /// @param proposed what the teacher saw; if the source brings another mark by now, nothing is written
    record Taken(
            @NotNull UUID learnerId,
            @NotNull @Size(max = 10) String proposed,
            int version) {}

    /// @param refused learners whose mark has changed on either side meanwhile
    record TakenOver(@Nullable UUID batch, int written, List<UUID> refused) {}

    private final CurrentCaller callers;
    private final MarkBooks books;
    private final Feeds feeds;
    private final Proposals proposals;
    private final Cells cells;
    private final Entering entering;
    private final Memberships memberships;
    private final Clock clock;
    private final RecordReads reads;

    FeedResource(
            CurrentCaller callers,
            MarkBooks books,
            Feeds feeds,
            Proposals proposals,
            Cells cells,
            Entering entering,
            Memberships memberships,
            Clock clock,
            RecordReads reads) {
        this.callers = callers;
        this.books = books;
        this.feeds = feeds;
        this.proposals = proposals;
        this.cells = cells;
        this.entering = entering;
        this.memberships = memberships;
        this.clock = clock;
        this.reads = reads;
    }

    @GET
    @Transactional
    public Feeding get(UUID classId, String subject, int term) {
        return view(books.toWrite(callers.get(), classId, subject, term));
    }

    private Feeding view(Place place) {
        var sources = feeds.sources(place).stream()
                .map(source -> new SourceView(source.id(), source.kind(), source.title(), source.subject()))
                .toList();
        var learners = memberships.learnersOf(place.classId());
        var ids = learners.stream().map(Person::id).toList();
        reads.noteAll(callers.get(), ids, RecordReads.MARKS);
        var standing = cells.ofBook(place, ids);
        var names = learners.stream().collect(Collectors.toMap(Person::id, Person::name));
        return new Feeding(
                sources,
                proposals.of(place, ids, standing).stream()
                        .map(column -> new ColumnFeed(
                                column.feed().slot().code(),
                                column.from(),
                                column.feed().sourceId(),
                                column.feed().title(),
                                shown(ids, names, standing, column)))
                        .toList());
    }

    /// In the order of the register.
    private static List<Proposal> shown(
            List<UUID> ids, Map<UUID, String> names, Map<Cell.Key, Cell> standing, Proposals.Column column) {
        var byLearner =
                column.brought().stream().collect(Collectors.toMap(Feeds.Brought::learnerId, Function.identity()));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(byLearner.get(id)))
                .map(brought -> proposal(
                        names.getOrDefault(brought.learnerId(), ""),
                        standing.get(new Cell.Key(brought.learnerId(), brought.slot())),
                        brought))
                .toList();
    }

    private static Proposal proposal(String name, @Nullable Cell cell, Feeds.Brought brought) {
        var standing = cell == null ? "" : cell.value();
        return new Proposal(
                brought.learnerId(),
                name,
                standing,
                cell == null ? 0 : cell.version(),
                cell != null && !standing.isEmpty() && cell.fedBy() == null,
                brought.value(),
                brought.at());
    }

    /// A source feeds one column of the class.
    @PUT
    @Path("/{slot}")
    @Transactional
    public Feeding link(UUID classId, String subject, int term, String slot, @NotNull @Valid Linking linking) {
        var caller = callers.get();
        var place = books.toWrite(caller, classId, subject, term);
        var column = place.column(slot);
        if (column.entry() != Entry.SCORE && column.entry() != Entry.WHOLE && column.entry() != Entry.PASS) {
            throw new Refusal.Invalid("mark-column-takes-no-marks");
        }
        var source = feeds.sources(place).stream()
                .filter(each -> each.id().equals(linking.sourceId))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("mark-source-not-found"));
        feeds.link(place, column.slot(), source, caller.id(), clock.instant());
        return view(place);
    }

    @DELETE
    @Path("/{slot}")
    @Transactional
    public Feeding unlink(UUID classId, String subject, int term, String slot) {
        var place = books.toWrite(callers.get(), classId, subject, term);
        feeds.unlink(place, place.column(slot).slot());
        return view(place);
    }

    /// Writes the marks of the source that the teacher has seen and chosen.
    @POST
    @Path("/{slot}/take-over")
    @Transactional
    public TakenOver takeOver(UUID classId, String subject, int term, String slot, @NotNull @Valid Taking taking) {
        var caller = callers.get();
        var place = books.toWrite(caller, classId, subject, term);
        var asked = taking.taken.stream().map(Taken::learnerId).distinct().toList();
        var feed = proposals
                .column(place, place.column(slot).slot(), taking.sourceId, asked, cells.ofBook(place, asked))
                .orElseThrow(() -> new Refusal.NotFound("mark-source-not-found"));
        var brought = feed.brought().stream().collect(Collectors.toMap(Feeds.Brought::learnerId, Feeds.Brought::value));
        var wishes = taking.taken.stream()
                .filter(taken -> taken.proposed.equals(brought.get(taken.learnerId)))
                .map(taken -> new Cell.Wish(
                        taken.learnerId,
                        feed.feed().slot(),
                        taken.proposed,
                        taken.version,
                        feed.feed().sourceId()))
                .toList();
        var entered = entering.enter(place, wishes, Change.Cause.TAKEN_OVER, caller.id(), clock.instant());
        var written = entered.written().stream().map(Cell::learnerId).collect(Collectors.toSet());
        return new TakenOver(
                entered.batch(),
                written.size(),
                taking.taken.stream()
                        .map(Taken::learnerId)
                        .filter(id -> !written.contains(id))
                        .toList());
    }
}
