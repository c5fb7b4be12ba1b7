package vn.lopmo.content.harvest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.lopmo.content.file.Rows;
import vn.lopmo.content.harvest.HarvestRun.State;
import vn.lopmo.content.harvest.OaiQuestions.Answered;
import vn.lopmo.content.harvest.OaiQuestions.Failed;
import vn.lopmo.content.harvest.OaiQuestions.Outcome;
import vn.lopmo.content.harvest.OaiQuestions.SentAway;
import vn.lopmo.content.harvest.OaiQuestions.Unanswered;

/// Takes one page of one harvest: asks without a transaction, then writes drafts and the place of the next page in one.
/// Whoever dies between the two has taken nothing, and the page is asked for again.
@ApplicationScoped
class Harvesting {
    private static final Logger LOG = Logger.getLogger(Harvesting.class);
    static final int MOST_TRIES = 6;
    static final int MOST_WAITS = 30;
    /// A change at the other side may be stamped shortly before it can be seen.
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final String TOKEN_LOST = "badResumptionToken";
    private static final String NOTHING = "noRecordsMatch";

    private final HarvestRuns runs;
    private final HarvestSources sources;
    private final OaiQuestions questions;
    private final RecordTaking taking;
    private final HarvestConfig config;
    private final Rows rows;
    private final Clock clock;

    Harvesting(
            HarvestRuns runs,
            HarvestSources sources,
            OaiQuestions questions,
            RecordTaking taking,
            HarvestConfig config,
            Rows rows,
            Clock clock) {
        this.runs = runs;
        this.sources = sources;
        this.questions = questions;
        this.taking = taking;
        this.config = config;
        this.rows = rows;
        this.clock = clock;
    }

    private record Work(HarvestRun run, HarvestSource source) {}

    /// @return false if there is nothing to do now
    boolean takeNext() {
        var lease = config.patience().multipliedBy(2).plusMinutes(5);
        var work = QuarkusTransaction.requiringNew()
                .call(() -> runs.claim(clock.instant(), lease).map(run -> new Work(run, source(run))));
        work.ifPresent(this::take);
        return work.isPresent();
    }

    boolean isAnyUnderWay() {
        return rows.find("select 1 from harvest_run where state = 'RUNNING' limit 1", row -> true)
                .isPresent();
    }

    private HarvestSource source(HarvestRun run) {
        return rows.find(
                        "select " + HarvestSource.COLUMNS + " from harvest_source s where s.id = ?",
                        HarvestSource::of,
                        run.sourceId())
                .orElseThrow();
    }

    private void take(Work work) {
        var outcome = questions.records(work.source, work.run, clock.instant());
        try {
            QuarkusTransaction.requiringNew().run(() -> write(work, outcome));
        } catch (Overtaken stopped) {
            LOG.infof("a page of harvest %s was left: it was stopped or taken over", work.run.id());
        }
    }

    private void write(Work work, Outcome outcome) {
        var now = clock.instant();
        var next =
                switch (outcome) {
                    case Answered answer -> answered(work, answer.page(), now);
                    case SentAway away -> sentAway(work.run, away, now);
                    case Unanswered none -> unanswered(work.run, none.reason(), now);
                    case Failed failed -> work.run.ended(State.FAILED, failed.reason(), now);
                };
        if (!runs.write(next, work.run)) {
            throw new Overtaken();
        }
    }

    /// Rolls back what was taken of the page.
    private static final class Overtaken extends RuntimeException {}

    private static HarvestRun sentAway(HarvestRun run, SentAway away, Instant now) {
        return run.waits() < MOST_WAITS
                ? run.sentAway(away.pause(), now)
                : run.ended(State.FAILED, "harvest-asked-to-wait", now);
    }

    private HarvestRun unanswered(HarvestRun run, String reason, Instant now) {
        return run.tries() + 1 < MOST_TRIES
                ? run.unanswered(reason, config.pause(), now)
                : run.ended(State.FAILED, reason, now);
    }

    private HarvestRun answered(Work work, OaiPage page, Instant now) {
        var run = work.run;
        var fault = page.fault();
        if (fault != null && !fault.equals(NOTHING)) {
            boolean again = fault.equals(TOKEN_LOST) && run.token() != null && !run.begunAnew();
            return again ? run.fromTheFirstPage(now) : run.ended(State.FAILED, "harvest-fault|" + fault, now);
        }
        if (page.token() != null && Objects.equals(page.token(), run.token())) {
            return run.ended(State.FAILED, "harvest-goes-round", now);
        }
        var next = run.answered(page, taking.take(work.source, page.records(), now), now);
        if (next.state() == State.RUNNING && next.counts().seen() >= config.mostRecords()) {
            return next.ended(State.FAILED, "harvest-too-many|" + config.mostRecords(), now);
        }
        if (next.state() == State.DONE) {
            Optional.ofNullable(next.theirClock())
                    .ifPresent(clock -> sources.takenUntil(work.source.id(), clock.minus(OVERLAP)));
        }
        return next;
    }
}
