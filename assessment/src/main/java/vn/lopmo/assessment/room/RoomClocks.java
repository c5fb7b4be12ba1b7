package vn.lopmo.assessment.room;

import static vn.lopmo.assessment.sitting.RoomEntry.Kind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.sitting.RoomEntries;
import vn.lopmo.assessment.sitting.RoomEntry;
import vn.lopmo.assessment.sitting.RoomEntry.About;
import vn.lopmo.assessment.sitting.RoomEntry.Detail;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// The clocks of a room. A paused minute is a minute more for everyone, whatever the window says. Runs in the
/// caller's transaction; what is done to all holds the assignment, so that nobody begins beside a pause, its end or
/// given time without taking part in it. What is done at one seat holds that sitting, which the caller has locked.
@ApplicationScoped
class RoomClocks {
    private final EntityManager database;
    private final Sittings sittings;
    private final RoomEntries entries;

    RoomClocks(EntityManager database, Sittings sittings, RoomEntries entries) {
        this.database = database;
        this.sittings = sittings;
        this.entries = entries;
    }

    /// @return how many clocks were stopped; a room that is paused stays as it is
    int pause(Assignment assignment, Caller by, Instant now) {
        if (hold(assignment) != null) {
            return 0;
        }
        putPausedAt(assignment, now);
        var open = sittings.openToChange(assignment.id()).stream()
                .filter(one -> one.pausedAt() == null)
                .toList();
        open.forEach(one -> one.pause(now));
        add(Kind.PAUSED, about(assignment, null), Detail.count(open.size(), null), by, now);
        return open.size();
    }

    /// Who was paused by himself before the room was stays so.
    ///
    /// @return how many clocks go on
    int resume(Assignment assignment, Caller by, Instant now) {
        var pausedAt = hold(assignment);
        if (pausedAt == null) {
            return 0;
        }
        putPausedAt(assignment, null);
        var paused = sittings.openToChange(assignment.id()).stream()
                .filter(one -> isSince(one.pausedAt(), pausedAt))
                .toList();
        paused.forEach(one -> one.resume(now));
        add(Kind.RESUMED, about(assignment, null), Detail.count(paused.size(), null), by, now);
        return paused.size();
    }

    private static boolean isSince(@Nullable Instant own, Instant room) {
        return own != null && !own.isBefore(room);
    }

    /// @param learners null means all who are taking it
    /// @throws Refusal.Conflict if none of them is taking it
    int extend(Assignment assignment, int minutes, @Nullable List<UUID> learners, Caller by, Instant now) {
        hold(assignment);
        var open = sittings.openToChange(assignment.id()).stream()
                .filter(one -> learners == null || learners.contains(one.learnerId()))
                .toList();
        if (open.isEmpty()) {
            throw new Refusal.Conflict("room-nobody-taking");
        }
        open.forEach(one -> one.extend(Duration.ofMinutes(minutes)));
        if (learners == null) {
            add(Kind.EXTENDED, about(assignment, null), Detail.minutes(minutes, null), by, now);
        } else {
            var given = Detail.minutes(minutes, null);
            entries.add(open.stream()
                    .map(one -> new RoomEntry(Kind.EXTENDED, About.of(one), given, by.id(), now))
                    .toList());
        }
        return open.size();
    }

    void pause(Sitting sitting, Caller by, Instant now) {
        if (sitting.pausedAt() == null) {
            sitting.pause(now);
            add(Kind.SITTING_PAUSED, About.of(sitting), Detail.NONE, by, now);
        }
    }

    void resume(Sitting sitting, Caller by, Instant now) {
        if (sitting.pausedAt() != null) {
            sitting.resume(now);
            add(Kind.SITTING_RESUMED, About.of(sitting), Detail.NONE, by, now);
        }
    }

    /// Keeps everybody from beginning until the transaction ends, after those who are about to have begun.
    ///
    /// @return since when the room is paused
    @Nullable
    Instant hold(Assignment assignment) {
        return (Instant)
                database.createNativeQuery("select paused_at from assignment where id = :id for update", Object.class)
                        .setParameter("id", assignment.id())
                        .getSingleResultOrNull();
    }

    private void putPausedAt(Assignment assignment, @Nullable Instant at) {
        database.createNativeQuery("update assignment set paused_at = cast(:at as timestamptz) where id = :id")
                .setParameter("at", at == null ? null : at.toString())
                .setParameter("id", assignment.id())
                .executeUpdate();
    }

    private void add(Kind kind, About about, Detail detail, Caller by, Instant now) {
        entries.add(new RoomEntry(kind, about, detail, by.id(), now));
    }

    private static About about(Assignment assignment, @Nullable UUID learner) {
        return new About(assignment.schoolId(), assignment.id(), learner, null);
    }
}
