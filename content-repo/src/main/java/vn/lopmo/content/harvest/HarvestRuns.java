package vn.lopmo.content.harvest;

import static vn.lopmo.content.harvest.HarvestSources.at;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.content.file.Rows;

/// Harvests under way and those of older days.
@ApplicationScoped
class HarvestRuns {
    private static final String ONE = "select " + HarvestRun.COLUMNS + " from harvest_run r where ";

    private final Rows rows;

    HarvestRuns(Rows rows) {
        this.rows = rows;
    }

    /// @return whether none of the same source was under way
    boolean begin(HarvestRun run, UUID schoolId, UUID starter) {
        return rows.update(
                        """
                        insert into harvest_run (id, source_id, school_id, state, asked_from, not_before, started_by,
                                                 begun_at, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (source_id) where state = 'RUNNING' do nothing""",
                        run.id(),
                        run.sourceId(),
                        schoolId,
                        run.state().name(),
                        at(run.askedFrom()),
                        at(run.notBefore()),
                        starter,
                        at(run.begunAt()),
                        at(run.at()))
                > 0;
    }

    Optional<HarvestRun> findNewest(UUID sourceId) {
        return rows.find(ONE + "r.source_id = ? order by r.begun_at desc limit 1", HarvestRun::of, sourceId);
    }

    /// Takes the one that waits longest, for `lease`: if who took it dies, somebody else may then. Others pass it by.
    Optional<HarvestRun> claim(Instant now, Duration lease) {
        return rows.find(ONE + """
                        r.state = 'RUNNING' and r.not_before <= ? and (r.leased_until is null or r.leased_until < ?)
                        order by r.not_before limit 1 for update skip locked""", HarvestRun::of, at(now), at(now)).map(run -> {
            rows.update("update harvest_run set leased_until = ? where id = ?", at(now.plus(lease)), run.id());
            return run;
        });
    }

    /// @return false if somebody stopped it meanwhile, or took it over: then nothing was written
    boolean write(HarvestRun run, HarvestRun before) {
        return rows.update(
                        """
                        update harvest_run set state = ?, their_clock = ?, token = ?, begun_anew = ?, total = ?, seen = ?,
                               added = ?, changed = ?, gone = ?, tries = ?, waits = ?, not_before = ?, problem = ?, at = ?,
                               leased_until = null
                        where id = ? and state = ? and token is not distinct from ? and seen = ?""",
                        run.state().name(),
                        at(run.theirClock()),
                        run.token(),
                        run.begunAnew(),
                        run.total(),
                        run.counts().seen(),
                        run.counts().added(),
                        run.counts().changed(),
                        run.counts().gone(),
                        run.tries(),
                        run.waits(),
                        at(run.notBefore()),
                        run.problem(),
                        at(run.at()),
                        run.id(),
                        before.state().name(),
                        before.token(),
                        before.counts().seen())
                > 0;
    }
}
