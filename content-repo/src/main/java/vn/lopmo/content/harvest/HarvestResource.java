package vn.lopmo.content.harvest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Sentences;
import vn.lopmo.content.harvest.HarvestPreview.Shown;
import vn.lopmo.content.harvest.HarvestRun.State;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// Other libraries from which the school takes records.
@Path("/harvest")
class HarvestResource {
    private final HarvestSources sources;
    private final HarvestRuns runs;
    private final HarvestedRecords records;
    private final HarvestPreview preview;
    private final HarvestQueue queue;
    private final Sentences sentences;
    private final CurrentCaller caller;
    private final Clock clock;

    HarvestResource(
            HarvestSources sources,
            HarvestRuns runs,
            HarvestedRecords records,
            HarvestPreview preview,
            HarvestQueue queue,
            Sentences sentences,
            CurrentCaller caller,
            Clock clock) {
        this.sources = sources;
        this.runs = runs;
        this.records = records;
        this.preview = preview;
        this.queue = queue;
        this.sentences = sentences;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param address of the other library's OAI-PMH
    /// @param set one of its sets; all there is, if none is named
    record Question(
            @NotBlank @Size(max = 1000) String address,

            @Nullable @Size(max = 200) @Pattern(regexp = "[A-Za-z0-9_.!~*'():-]*")
            String set,

            @NotNull @Pattern(regexp = "oai_dc|oai_lom") String prefix) {
        String setOrAll() {
            return set == null ? "" : set;
        }
    }

    /// @param whole from the beginning, not only what is new since the last time
    record Start(boolean whole) {}

    /// @param total how many there are, if they said
    /// @param problem a sentence: why it failed, or why it waits
    /// @param nextAt when they are asked again, if it waits
    record Run(
            State state,
            @Nullable Long total,
            long seen,
            long added,
            long changed,
            long gone,
            @Nullable String problem,
            @Nullable Instant nextAt,
            @Nullable Instant since,
            Instant begunAt,
            Instant at) {}

    /// @param takenUntil the next harvest asks for what changed from then on
    /// @param taken records that became drafts here, by all harvests
    /// @param differing those that are told otherwise there since somebody worked on ours
    /// @param gone those that are no more there
    record View(
            UUID id,
            String name,
            String address,
            String set,
            String prefix,
            @Nullable Instant takenUntil,
            long taken,
            long differing,
            long gone,
            @Nullable Run run) {}

    @GET
    @Path("/sources")
    @Transactional
    public List<View> all() {
        return sources.ofSchool(curator().schoolId()).stream().map(this::view).toList();
    }

    @GET
    @Path("/sources/{id}")
    @Transactional
    public View one(UUID id) {
        return view(sources.get(id, curator().schoolId()));
    }

    /// What would come: nothing is kept of it.
    @POST
    @Path("/preview")
    public Shown show(@NotNull @Valid Question question) {
        curator();
        return preview.of(question.address, question.prefix, question.setOrAll());
    }

    /// @throws Refusal.Conflict if the school has it already
    @POST
    @Path("/sources")
    @ResponseStatus(201)
    public View add(@NotNull @Valid Question question) {
        var who = curator();
        var found = preview.identified(question.address);
        var now = clock.instant();
        var source = new HarvestSource(
                Ids.next(now),
                who.schoolId(),
                found.about().name(),
                found.base(),
                question.setOrAll(),
                question.prefix,
                found.about().byDay(),
                null,
                who.id(),
                now);
        sources.add(source);
        return view(source);
    }

    /// The drafts that came from it stay.
    @DELETE
    @Path("/sources/{id}")
    @Transactional
    public void remove(UUID id) {
        sources.remove(id, curator().schoolId());
    }

    /// Goes on with one that was cut short; else begins the next.
    ///
    /// @throws Refusal.Conflict if one is under way
    @POST
    @Path("/sources/{id}/runs")
    @ResponseStatus(202)
    @Transactional
    public View start(UUID id, @NotNull @Valid Start start) {
        var who = curator();
        var source = sources.get(id, who.schoolId());
        var last = runs.findNewest(id).filter(run -> run.mayGoOn() && run.token() != null && !start.whole);
        if (last.isPresent()) {
            runs.write(last.get().resumed(clock.instant()), last.get());
        } else {
            begin(source, start.whole, who);
        }
        queue.wake();
        return view(source);
    }

    private void begin(HarvestSource source, boolean whole, Caller who) {
        var now = clock.instant();
        var run = HarvestRun.begun(Ids.next(now), source, whole ? null : source.takenUntil(), now);
        if (!runs.begin(run, who.schoolId(), who.id())) {
            throw new Refusal.Conflict("harvest-under-way");
        }
    }

    /// What was taken stays; it may be gone on with.
    ///
    /// @throws Refusal.Conflict if none is under way
    @POST
    @Path("/sources/{id}/stop")
    @Transactional
    public View stop(UUID id) {
        var source = sources.get(id, curator().schoolId());
        var stopped = runs.findNewest(id)
                .filter(run -> run.state() == State.RUNNING)
                .filter(run -> runs.write(run.ended(State.STOPPED, null, clock.instant()), run));
        if (stopped.isEmpty()) {
            throw new Refusal.Conflict("harvest-not-under-way");
        }
        return view(source);
    }

    /// Records that are gone there, or told otherwise since somebody worked on ours.
    @GET
    @Path("/sources/{id}/notable")
    @Transactional
    public List<HarvestedRecords.Notable> notable(UUID id) {
        return records.notable(sources.get(id, curator().schoolId()).id());
    }

    private Caller curator() {
        return HarvestPolicy.check(caller.get());
    }

    private View view(HarvestSource source) {
        var sums = records.sums(source.id());
        return new View(
                source.id(),
                source.name(),
                source.address(),
                source.set(),
                source.prefix(),
                source.takenUntil(),
                sums.taken(),
                sums.differing(),
                sums.gone(),
                runs.findNewest(source.id()).map(this::run).orElse(null));
    }

    private Run run(HarvestRun run) {
        boolean waits = run.state() == State.RUNNING && run.notBefore().isAfter(clock.instant());
        return new Run(
                run.state(),
                run.total(),
                run.counts().seen(),
                run.counts().added(),
                run.counts().changed(),
                run.counts().gone(),
                sentences.of(run.problem()),
                waits ? run.notBefore() : null,
                run.askedFrom(),
                run.begunAt(),
                run.at());
    }
}
