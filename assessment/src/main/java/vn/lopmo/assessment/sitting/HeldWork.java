package vn.lopmo.assessment.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.assessment.sitting.AnswersChanged.Accepted;

/// Work that is held for the teacher, who makes it count or not. Runs in the caller's transaction.
@ApplicationScoped
public class HeldWork {
    /// A reckoning is late by as long as the request was on its way.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private static final String PENDING = """
            select seq, slot, cast(answer as text) as answer, typed_at, reckoned_at, reckoned_by, received_at, device, moved
            from late_step where sitting_id = :id and outcome is null order by reckoned_at, seq""";
    private static final String PENDING_IN = """
            select s.id from sitting s where s.assignment_id = :id and exists
                (select 1 from late_step l where l.sitting_id = s.id and l.outcome is null)""";
    /// An answer that was held before has the time it was reckoned to; any other its device's time, which is worth
    /// little beside another device's. What comes after the moving is surely from the next device.
    private static final String IS_OVERTAKEN = """
            select coalesce((select case
                    when exists (select 1 from late_step l where l.sitting_id = s.sitting_id and l.slot = s.slot
                        and l.reckoned_at = s.typed_at and l.received_at = s.received_at) then s.typed_at > :typed
                    else s.received_at > :typed
                        and (s.typed_at > :deviceTyped or :moved and s.received_at >= cast(:since as timestamptz)) end
                from answer_step s where s.sitting_id = :id and s.slot = :slot order by s.seq desc limit 1), false)""";
    private static final String ANSWER = """
            insert into answer_step (sitting_id, seq, slot, answer, typed_at, received_at)
            select cast(:id as uuid), coalesce(max(seq), 0) + 1, cast(:slot as uuid), cast(:answer as jsonb),
                cast(:typed as timestamptz), cast(:received as timestamptz)
            from answer_step where sitting_id = :id
            on conflict do nothing""";
    private static final String SETTLE = """
            update late_step set outcome = :outcome, settled_at = :now, settled_by = :by
            where sitting_id = :id and seq = :seq and typed_at = :typed
                and device is not distinct from cast(:device as text)""";

    private final EntityManager database;
    private final Event<AnswersChanged> changed;

    HeldWork(EntityManager database, Event<AnswersChanged> changed) {
        this.database = database;
        this.changed = changed;
    }

    /// One held step.
    ///
    /// @param typedAt by the server's clock, as far as can be told
    /// @param deviceTypedAt by the device's own clock
    /// @param by what the reckoning rests on
    /// @param typedInTime whether it was typed while the sitting was open, and on the device that had it
    public record Step(
            int seq,
            UUID slot,
            @Nullable JsonNode answer,
            Instant typedAt,
            Instant deviceTypedAt,
            HeldStep.Clock by,
            Instant receivedAt,
            @Nullable String device,
            boolean moved,
            boolean typedInTime) {}

    /// @param accepted have become answers
    /// @param overtaken were typed before an answer that came in time, which stands
    /// @param left wait still: they were not typed in time
    public record Settled(int accepted, int overtaken, int left) {}

    /// The sittings of which work waits for a decision.
    public List<UUID> pendingIn(UUID assignmentId) {
        return database
                .createNativeQuery(PENDING_IN, Object.class)
                .setParameter("id", assignmentId)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    /// What waits for a decision, in the order it was typed.
    public List<Step> of(Sitting sitting) {
        List<?> rows = database.createNativeQuery(PENDING, Tuple.class)
                .setParameter("id", sitting.id())
                .getResultList();
        return rows.stream().map(row -> step((Tuple) row, sitting)).toList();
    }

    /// Makes what was typed in time count.
    ///
    /// @param anyTime also what was not
    public Settled accept(Sitting sitting, boolean anyTime, Accepted how, Instant now) {
        var slots = new HashSet<UUID>();
        int done = 0;
        int overtaken = 0;
        int left = 0;
        for (var step : of(sitting)) {
            if (!step.typedInTime && !anyTime) {
                left++;
            } else if (isOvertaken(sitting, step)) {
                overtaken++;
                settle(sitting, step, "OVERTAKEN", how.by(), now);
            } else {
                done++;
                slots.add(step.slot);
                answer(sitting, step);
                settle(sitting, step, "ACCEPTED", how.by(), now);
            }
        }
        if (done > 0 && sitting.handedInAt() != null) {
            changed.fire(new AnswersChanged(sitting.id(), sitting.assignmentId(), slots, how, now));
        }
        return new Settled(done, overtaken, left);
    }

    /// @return how many steps will not count; they are kept all the same
    public int reject(Sitting sitting, UUID by, Instant now) {
        var pending = of(sitting);
        pending.forEach(step -> settle(sitting, step, "REJECTED", by, now));
        return pending.size();
    }

    /// What was typed on one device must not undo what was answered later on another: the answer that stands came
    /// later and was typed later.
    private boolean isOvertaken(Sitting sitting, Step step) {
        var since = sitting.deviceSince();
        return (Boolean) database.createNativeQuery(IS_OVERTAKEN, Object.class)
                .setParameter("id", sitting.id())
                .setParameter("slot", step.slot)
                .setParameter("typed", step.typedAt)
                .setParameter("deviceTyped", step.deviceTypedAt)
                .setParameter("moved", step.moved)
                .setParameter("since", since == null ? null : since.toString())
                .getSingleResult();
    }

    /// Takes the next free number, again if the learner's device was faster.
    private void answer(Sitting sitting, Step step) {
        int added;
        do {
            added = database.createNativeQuery(ANSWER)
                    .setParameter("id", sitting.id())
                    .setParameter("slot", step.slot)
                    .setParameter("answer", step.answer == null ? null : step.answer.toString())
                    .setParameter("typed", step.typedAt)
                    .setParameter("received", step.receivedAt)
                    .executeUpdate();
        } while (added == 0);
    }

    private void settle(Sitting sitting, Step step, String outcome, UUID by, Instant now) {
        database.createNativeQuery(SETTLE)
                .setParameter("outcome", outcome)
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("id", sitting.id())
                .setParameter("seq", step.seq)
                .setParameter("typed", step.deviceTypedAt)
                .setParameter("device", step.device)
                .executeUpdate();
    }

    private static Step step(Tuple row, Sitting sitting) {
        var answer = row.get("answer", String.class);
        var typedAt = row.get("reckoned_at", Instant.class);
        boolean moved = row.get("moved", Boolean.class);
        return new Step(
                row.get("seq", Integer.class),
                row.get("slot", UUID.class),
                answer == null ? null : ItemJson.read(answer, JsonNode.class),
                typedAt,
                row.get("typed_at", Instant.class),
                HeldStep.Clock.valueOf(row.get("reckoned_by", String.class)),
                row.get("received_at", Instant.class),
                row.get("device", String.class),
                moved,
                isInTime(typedAt, moved, sitting));
    }

    private static boolean isInTime(Instant typedAt, boolean moved, Sitting sitting) {
        var end = earlier(sitting.closesAt(), sitting.handedInAt());
        if (moved) {
            end = earlier(end, sitting.deviceSince());
        }
        return !typedAt.isBefore(sitting.startedAt()) && !typedAt.isAfter(end.plus(ON_ITS_WAY));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
