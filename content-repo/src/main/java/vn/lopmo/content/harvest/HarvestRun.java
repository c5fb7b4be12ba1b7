package vn.lopmo.content.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One harvest, from its first question to its last, with what came of it so far. A value: each step gives the next.
///
/// @param askedFrom null for all there is
/// @param theirClock when they gave the first answer
/// @param token asks for the next page; null before the first and after the last
/// @param begunAnew their token ran out once, and the harvest began from its first page again
/// @param total how many there are, if they said
/// @param tries how often the question now open went unanswered
/// @param waits how often in a row they asked to wait
/// @param problem what stopped it, or stops it for now: a slug, and what fills its sentence, bars between
record HarvestRun(
        UUID id,
        UUID sourceId,
        State state,
        @Nullable Instant askedFrom,
        @Nullable Instant theirClock,
        @Nullable String token,
        boolean begunAnew,
        @Nullable Long total,
        Counts counts,
        int tries,
        int waits,
        Instant notBefore,
        @Nullable String problem,
        Instant begunAt,
        Instant at) {
    enum State {
        RUNNING,
        DONE,
        /// Something is wrong that does not pass by itself.
        FAILED,
        /// By a person.
        STOPPED
    }

    /// @param seen records told of
    /// @param added drafts made
    /// @param changed records that are told otherwise than before
    /// @param gone records that are there no more
    record Counts(long seen, long added, long changed, long gone) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(seen + more.seen, added + more.added, changed + more.changed, gone + more.gone);
        }
    }

    static final String COLUMNS =
            "r.id, r.source_id, r.state, r.asked_from, r.their_clock, r.token, r.begun_anew, r.total,"
                    + " r.seen, r.added, r.changed, r.gone, r.tries, r.waits, r.not_before, r.problem, r.begun_at, r.at";

    static HarvestRun begun(UUID id, HarvestSource source, @Nullable Instant from, Instant now) {
        return new HarvestRun(
                id, source.id(), State.RUNNING, from, null, null, false, null, Counts.NONE, 0, 0, now, null, now, now);
    }

    static HarvestRun of(ResultSet row) throws SQLException {
        var total = row.getObject(8, Long.class);
        return new HarvestRun(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                State.valueOf(row.getString(3)),
                HarvestSource.moment(row, 4),
                HarvestSource.moment(row, 5),
                row.getString(6),
                row.getBoolean(7),
                total,
                new Counts(row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12)),
                row.getInt(13),
                row.getInt(14),
                row.getObject(15, OffsetDateTime.class).toInstant(),
                row.getString(16),
                row.getObject(17, OffsetDateTime.class).toInstant(),
                row.getObject(18, OffsetDateTime.class).toInstant());
    }

    /// After a page: on to the next, or done.
    HarvestRun answered(OaiPage page, Counts taken, Instant now) {
        return new HarvestRun(
                id,
                sourceId,
                page.token() == null ? State.DONE : State.RUNNING,
                askedFrom,
                theirClock == null ? page.theirClock() : theirClock,
                page.token(),
                begunAnew,
                page.total() == null ? total : page.total(),
                counts.plus(taken),
                0,
                0,
                now,
                null,
                begunAt,
                now);
    }

    /// Asks again later: the question went unanswered.
    HarvestRun unanswered(String reason, Duration pause, Instant now) {
        var wait = pause.multipliedBy(1L << Math.min(tries, 10));
        return waiting(tries + 1, waits, reason, now.plus(wait), now);
    }

    /// Asks again when they said.
    HarvestRun sentAway(Duration wait, Instant now) {
        return waiting(tries, waits + 1, "harvest-asked-to-wait", now.plus(wait), now);
    }

    private HarvestRun waiting(int newTries, int newWaits, String reason, Instant until, Instant now) {
        return new HarvestRun(
                id,
                sourceId,
                state,
                askedFrom,
                theirClock,
                token,
                begunAnew,
                total,
                counts,
                newTries,
                newWaits,
                until,
                reason,
                begunAt,
                now);
    }

    /// From the first page again; what was taken is known and not taken twice.
    HarvestRun fromTheFirstPage(Instant now) {
        return new HarvestRun(
                id,
                sourceId,
                state,
                askedFrom,
                theirClock,
                null,
                true,
                total,
                Counts.NONE,
                0,
                0,
                now,
                null,
                begunAt,
                now);
    }

    HarvestRun ended(State end, @Nullable String reason, Instant now) {
        return new HarvestRun(
                id,
                sourceId,
                end,
                askedFrom,
                theirClock,
                token,
                begunAnew,
                total,
                counts,
                tries,
                waits,
                notBefore,
                reason,
                begunAt,
                now);
    }

    /// Goes on where it stood.
    HarvestRun resumed(Instant now) {
        return new HarvestRun(
                id,
                sourceId,
                State.RUNNING,
                askedFrom,
                theirClock,
                token,
                false,
                total,
                counts,
                0,
                0,
                now,
                null,
                begunAt,
                now);
    }

    boolean mayGoOn() {
        return state == State.FAILED || state == State.STOPPED;
    }
}
