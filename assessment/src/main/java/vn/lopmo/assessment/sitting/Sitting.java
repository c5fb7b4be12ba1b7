package vn.lopmo.assessment.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;

/// One learner's go at one version of a paper, from opening it to handing it in. The server's clock is the only
/// judge of its time: deadline = min(start + limit, close) + needs + extra + what was paused.
@Entity
public class Sitting {
    /// Work that was on the wire when time ran out still counts.
    public static final Duration GRACE = Duration.ofSeconds(30);

    static final String COLUMNS = """
            id, school_id, assignment_id, learner_id, attempt, seed, started_at, closes_at, handed_in_at, handed_in_by,
            paused_at, paused_micros, needs_seconds, extra_seconds, device, device_since, revision""";

    /// Who ended a sitting.
    public enum By {
        LEARNER,
        CLOCK,
        INVIGILATOR
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID assignmentId;

    @Column
    private UUID learnerId;

    @Column
    private int attempt;

    @Column
    private long seed;

    @Column
    private Instant startedAt;

    @Column
    private Instant closesAt;

    private @Nullable Instant handedInAt;

    @Enumerated(EnumType.STRING)
    private @Nullable By handedInBy;

    private @Nullable Instant pausedAt;

    @Column
    private long pausedMicros;

    @Column
    private int needsSeconds;

    @Column
    private int extraSeconds;

    private @Nullable String device;

    private @Nullable Instant deviceSince;

    @Version
    private int revision;

    /// For Hibernate.
    @NullUnmarked
    protected Sitting() {}

    private Sitting(Assignment assignment, UUID learnerId, int attempt, long seed, Instant end, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = assignment.schoolId();
        this.assignmentId = assignment.id();
        this.learnerId = learnerId;
        this.attempt = attempt;
        this.seed = seed;
        this.startedAt = now;
        this.closesAt = end;
    }

    /// As it stands in the database.
    ///
    /// @param row with [#COLUMNS]
    static Sitting read(Row row) throws SQLException {
        var sitting = new Sitting();
        sitting.id = row.uuid(1);
        sitting.schoolId = row.uuid(2);
        sitting.assignmentId = row.uuid(3);
        sitting.learnerId = row.uuid(4);
        sitting.attempt = row.number(5);
        sitting.seed = row.big(6);
        sitting.startedAt = row.time(7);
        sitting.closesAt = row.time(8);
        sitting.handedInAt = row.timeOrNull(9);
        var by = row.textOrNull(10);
        sitting.handedInBy = by == null ? null : By.valueOf(by);
        sitting.pausedAt = row.timeOrNull(11);
        sitting.pausedMicros = row.big(12);
        sitting.needsSeconds = row.number(13);
        sitting.extraSeconds = row.number(14);
        sitting.device = row.textOrNull(15);
        sitting.deviceSince = row.timeOrNull(16);
        sitting.revision = row.number(17);
        return sitting;
    }

    /// @param attempt his first is 1
    /// @param seed fixes the order of items and options of this attempt for good
    /// @throws Refusal.Conflict if the assignment is not open for him now
    static Sitting open(Assignment assignment, UUID learnerId, int attempt, Needs needs, long seed, Instant now) {
        var end = assignment.open(now, needs);
        var sitting = new Sitting(assignment, learnerId, attempt, seed, end, now);
        sitting.extendTo(end, needs.extra());
        return sitting;
    }

    /// Ends the sitting and says so. Called only once: see [HandingIn].
    ///
    /// @param toMark what is saved
    SittingHandedIn handIn(By by, SavedAnswers.ToMark toMark, Instant now) {
        if (handedInAt != null) {
            throw new IllegalStateException("handed in at " + handedInAt);
        }
        resume(now);
        handedInAt = now;
        handedInBy = by;
        return new SittingHandedIn(
                id,
                assignmentId,
                learnerId,
                revision > 0,
                toMark.saved().answers(),
                toMark.paper(),
                toMark.corrections(),
                now);
    }

    /// Stops the clock. What is answered meanwhile is taken all the same. A paused sitting stays as it is.
    ///
    /// @throws Refusal.Conflict if it was handed in
    public void pause(Instant now) {
        checkOpen();
        if (pausedAt == null) {
            pausedAt = now;
        }
    }

    /// Lets the clock go on: what was paused is given back to the microsecond.
    public void resume(Instant now) {
        if (pausedAt != null) {
            var paused = Duration.between(pausedAt, now);
            pausedMicros += paused.toNanos() / 1_000;
            closesAt = closesAt.plus(paused);
            pausedAt = null;
        }
    }

    /// Gives more time, whatever the window says.
    ///
    /// @throws Refusal.Conflict if it was handed in
    public void extend(Duration more) {
        checkOpen();
        extraSeconds += Math.toIntExact(more.toSeconds());
        closesAt = closesAt.plus(more);
    }

    /// Sets the deadline anew after the window or the learner's needs have changed. What the room has given and what
    /// was paused stays on top.
    ///
    /// @param end the end of the window for somebody who started when he did, without any extra
    /// @param needs the time that he always gets more
    /// @throws Refusal.Conflict if it was handed in
    public void extendTo(Instant end, Duration needs) {
        checkOpen();
        needsSeconds = Math.toIntExact(needs.toSeconds());
        closesAt = end.plus(needs).plusSeconds(extraSeconds).plus(pausedMicros, ChronoUnit.MICROS);
    }

    /// Opens what was handed in again. Its marks are void; whoever hands it in again is marked anew.
    ///
    /// @param time how long the learner has from now
    /// @throws Refusal.Conflict if it is open
    public SittingReopened reopen(Duration time, UUID by, String reason, Instant now) {
        if (handedInAt == null) {
            throw new Refusal.Conflict("sitting-open");
        }
        handedInAt = null;
        handedInBy = null;
        var until = now.plus(time);
        extraSeconds += Math.toIntExact(wholeSeconds(Duration.between(closesAt, until)));
        closesAt = until;
        return new SittingReopened(id, assignmentId, learnerId, by, reason, now);
    }

    /// A begun second is a whole one: reckoned anew, the end is never earlier than what was promised.
    private static long wholeSeconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }

    /// Ties it to one device until that is released.
    ///
    /// @throws Refusal.Conflict if it is tied to another one
    void bind(String to, Instant now) {
        if (device == null) {
            device = to;
            deviceSince = now;
        } else if (!device.equals(to)) {
            throw new Refusal.Conflict("sitting-on-another-device");
        }
    }

    /// The next device that opens it is the one.
    ///
    /// @return the device that it was on
    public @Nullable String releaseDevice() {
        var before = device;
        device = null;
        return before;
    }

    /// Whether time and grace are over. Paused, it never is.
    boolean isOver(Instant now) {
        return pausedAt == null && now.isAfter(closesAt.plus(GRACE));
    }

    boolean isPausedBefore(Instant then) {
        return pausedAt != null && pausedAt.isBefore(then);
    }

    private void checkOpen() {
        if (handedInAt != null) {
            throw new Refusal.Conflict("sitting-handed-in");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID assignmentId() {
        return assignmentId;
    }

    public UUID learnerId() {
        return learnerId;
    }

    /// Which of the learner's goes at the assignment it is, from 1.
    public int attempt() {
        return attempt;
    }

    public long seed() {
        return seed;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant closesAt() {
        return closesAt;
    }

    public @Nullable Instant handedInAt() {
        return handedInAt;
    }

    public @Nullable By handedInBy() {
        return handedInBy;
    }

    public @Nullable Instant pausedAt() {
        return pausedAt;
    }

    /// What he has more than the window gives, pauses apart.
    public Duration extra() {
        return Duration.ofSeconds((long) needsSeconds + extraSeconds);
    }

    /// The device that alone may save, or null if any may.
    public @Nullable String device() {
        return device;
    }

    /// What was paused of its time, in microseconds.
    long pausedMicros() {
        return pausedMicros;
    }

    /// Since when the device, or the one before it, has it.
    public @Nullable Instant deviceSince() {
        return deviceSince;
    }
}
