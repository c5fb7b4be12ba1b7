package vn.lopmo.lms.organisation.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// That a school offers a pupil to another one. He learns where he is until he is taken; what is settled once is
/// settled.
@Entity
class PupilTransfer {
    enum State {
        WAITING,
        WITHDRAWN,
        DECLINED,
        /// Nobody answered in time.
        ENDED,
        TAKEN
    }

    static final Duration LIFE = Duration.ofDays(60);

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID toSchoolId;

    @Column
    private UUID personId;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private UUID offeredBy;

    @Column
    private Instant offeredAt;

    @Column
    private Instant endsAt;

    private @Nullable String reason;
    private @Nullable UUID settledBy;
    private @Nullable Instant settledAt;
    private @Nullable UUID takenAs;

    @Column
    private boolean shut;

    protected PupilTransfer() {}

    static PupilTransfer offer(Person pupil, UUID toSchoolId, UUID by, Instant now) {
        var transfer = new PupilTransfer();
        transfer.id = Ids.next(now);
        transfer.schoolId = pupil.schoolId();
        transfer.toSchoolId = toSchoolId;
        transfer.personId = pupil.id();
        transfer.state = State.WAITING;
        transfer.offeredBy = by;
        transfer.offeredAt = now;
        transfer.endsAt = now.plus(LIFE);
        return transfer;
    }

    /// As it is at a moment: nobody has to write down that time is over.
    State state(Instant now) {
        return state == State.WAITING && !now.isBefore(endsAt) ? State.ENDED : state;
    }

    void withdraw(UUID by, Instant now) {
        settle(State.WITHDRAWN, by, now);
    }

    void decline(String why, UUID by, Instant now) {
        settle(State.DECLINED, by, now);
        reason = VietnameseText.tidy(why);
    }

    void take(UUID as, UUID by, Instant now) {
        settle(State.TAKEN, by, now);
        takenAs = as;
    }

    /// @throws Refusal.Conflict if it does not wait any more
    void mustWait(Instant now) {
        if (state(now) != State.WAITING) {
            throw new Refusal.Conflict("pupil-transfer-over");
        }
    }

    private void settle(State next, UUID by, Instant now) {
        mustWait(now);
        state = next;
        settledBy = by;
        settledAt = now;
    }

    void shut() {
        shut = true;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID toSchoolId() {
        return toSchoolId;
    }

    UUID personId() {
        return personId;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    @Nullable
    UUID takenAs() {
        return takenAs;
    }
}
