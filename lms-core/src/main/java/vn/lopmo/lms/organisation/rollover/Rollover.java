package vn.lopmo.lms.organisation.rollover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// One change of the school year. A draft can be edited or thrown away, an applied one taken back, a confirmed one
/// neither.
@Entity
class Rollover {
    enum State {
        DRAFT,
        APPLIED,
        CONFIRMED
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID fromYearId;

    @Column
    private UUID toYearId;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private UUID madeBy;

    @Column
    private Instant madeAt;

    private @Nullable Instant appliedAt;

    protected Rollover() {}

    static Rollover draft(UUID schoolId, UUID fromYearId, UUID toYearId, UUID by, Instant now) {
        var rollover = new Rollover();
        rollover.id = Ids.next(now);
        rollover.schoolId = schoolId;
        rollover.fromYearId = fromYearId;
        rollover.toYearId = toYearId;
        rollover.state = State.DRAFT;
        rollover.madeBy = by;
        rollover.madeAt = now;
        return rollover;
    }

    void checkIs(State wanted) {
        if (state != wanted) {
            throw new Refusal.Conflict("rollover-not-now");
        }
    }

    void applied(Instant now) {
        checkIs(State.DRAFT);
        state = State.APPLIED;
        appliedAt = now;
    }

    void undone() {
        checkIs(State.APPLIED);
        state = State.DRAFT;
        appliedAt = null;
    }

    void confirmed() {
        checkIs(State.APPLIED);
        state = State.CONFIRMED;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID fromYearId() {
        return fromYearId;
    }

    UUID toYearId() {
        return toYearId;
    }

    State state() {
        return state;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant appliedAt() {
        return appliedAt;
    }
}
