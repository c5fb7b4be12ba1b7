package vn.lopmo.assessment.room;

import static vn.lopmo.assessment.sitting.RoomEntry.Kind;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.sitting.AnswersChanged;
import vn.lopmo.assessment.sitting.HandingIn;
import vn.lopmo.assessment.sitting.HeldWork;
import vn.lopmo.assessment.sitting.RoomEntries;
import vn.lopmo.assessment.sitting.RoomEntry;
import vn.lopmo.assessment.sitting.RoomEntry.About;
import vn.lopmo.assessment.sitting.RoomEntry.Detail;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.SittingReopened;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// What is done in a room beside its clocks; each of it is written into the minutes. Runs in the caller's
/// transaction, but for collecting.
@ApplicationScoped
class RoomKeeping {
    private static final Logger LOG = Logger.getLogger(RoomKeeping.class);

    private final EntityManager database;
    private final Sittings sittings;
    private final RoomClocks clocks;
    private final HandingIn handingIn;
    private final HeldWork heldWork;
    private final RoomEntries entries;
    private final Event<SittingReopened> reopened;
    private final Clock clock;

    RoomKeeping(
            EntityManager database,
            Sittings sittings,
            RoomClocks clocks,
            HandingIn handingIn,
            HeldWork heldWork,
            RoomEntries entries,
            Event<SittingReopened> reopened,
            Clock clock) {
        this.database = database;
        this.sittings = sittings;
        this.clocks = clocks;
        this.handingIn = handingIn;
        this.heldWork = heldWork;
        this.entries = entries;
        this.reopened = reopened;
        this.clock = clock;
    }

    /// Hands in what is being taken, each sitting in a transaction of its own. One that cannot be handed in just now
    /// is left to the next time.
    ///
    /// @param learners null means all
    /// @return how many were handed in
    int collect(Assignment assignment, @Nullable List<UUID> learners, Caller by) {
        var open = QuarkusTransaction.requiringNew().call(() -> sittings.openIn(assignment.id()));
        var collected = new ArrayList<Sitting>();
        for (var one : open) {
            if ((learners == null || learners.contains(one.learnerId())) && collect(one)) {
                collected.add(one);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> collected(assignment, learners == null, collected, by));
        return collected.size();
    }

    private boolean collect(Sitting one) {
        try {
            return handingIn.byInvigilator(one.id());
        } catch (Refusal busy) {
            return false;
        } catch (RuntimeException fault) {
            LOG.warnf(fault, "the sitting %s could not be collected", one.id());
            return false;
        }
    }

    private void collected(Assignment assignment, boolean all, List<Sitting> collected, Caller by) {
        if (collected.isEmpty()) {
            return;
        }
        var now = clock.instant();
        if (all) {
            add(Kind.COLLECTED, about(assignment, null), Detail.count(collected.size(), null), by, now);
        } else {
            entries.add(collected.stream()
                    .map(one -> new RoomEntry(Kind.COLLECTED, About.of(one), Detail.count(1, null), by.id(), now))
                    .toList());
        }
    }

    /// @param text null takes back what was said
    void say(Assignment assignment, @Nullable String text, Caller by, Instant now) {
        database.createNativeQuery("update assignment set room_message = :text,"
                        + " room_message_at = cast(:at as timestamptz) where id = :id")
                .setParameter("text", text)
                .setParameter("at", text == null ? null : now.toString())
                .setParameter("id", assignment.id())
                .executeUpdate();
        add(Kind.MESSAGE, about(assignment, null), Detail.text(text), by, now);
    }

    UUID note(Assignment assignment, @Nullable UUID learner, Incident kind, String text, Caller by, Instant now) {
        var detail = Detail.incident(kind.name(), text);
        return add(Kind.INCIDENT, about(assignment, learner), detail, by, now);
    }

    /// Opens what was handed in again. While the room is paused, it is paused. The assignment is held before the
    /// sitting, as in pausing: the other way round the two would wait for each other.
    Sitting reopen(Assignment assignment, UUID sittingId, int minutes, String reason, Caller by, Instant now) {
        boolean paused = clocks.hold(assignment) != null;
        var sitting = sittings.getToChange(assignment.schoolId(), sittingId);
        var told = sitting.reopen(Duration.ofMinutes(minutes), by.id(), reason, now);
        if (paused) {
            sitting.pause(now);
        }
        reopened.fire(told);
        add(Kind.REOPENED, About.of(sitting), Detail.minutes(minutes, reason), by, now);
        return sitting;
    }

    /// The next device that opens it is the one; until then the old one saves as before. What it has not sent by then
    /// is held when it comes.
    void release(Sitting sitting, @Nullable String reason, Caller by, Instant now) {
        if (sitting.releaseDevice() != null) {
            add(Kind.MOVED, About.of(sitting), Detail.text(reason), by, now);
        }
    }

    HeldWork.Settled accept(Sitting sitting, boolean anyTime, String reason, Caller by, Instant now) {
        var settled = heldWork.accept(sitting, anyTime, new AnswersChanged.Accepted(by.id(), reason), now);
        if (settled.accepted() > 0) {
            add(Kind.HELD_ACCEPTED, About.of(sitting), Detail.count(settled.accepted(), reason), by, now);
        }
        return settled;
    }

    int reject(Sitting sitting, String reason, Caller by, Instant now) {
        int rejected = heldWork.reject(sitting, by.id(), now);
        if (rejected > 0) {
            add(Kind.HELD_REJECTED, About.of(sitting), Detail.count(rejected, reason), by, now);
        }
        return rejected;
    }

    void invigilated(Assignment assignment, int persons, Caller by, Instant now) {
        add(Kind.INVIGILATORS, about(assignment, null), Detail.count(persons, null), by, now);
    }

    private UUID add(Kind kind, About about, Detail detail, Caller by, Instant now) {
        var entry = new RoomEntry(kind, about, detail, by.id(), now);
        entries.add(entry);
        return entry.id();
    }

    private static About about(Assignment assignment, @Nullable UUID learner) {
        return new About(assignment.schoolId(), assignment.id(), learner, null);
    }
}
