package vn.lopmo.assessment.marking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A learner asks to have a mark, or all of his work, looked at again (phúc khảo), and is answered.
@Entity
public class ReviewRequest {
    /// Where it stands.
    public enum State {
        OPEN,
        ANSWERED
    }

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID assignmentId;
    private UUID sittingId;
    private UUID learnerId;
    private @Nullable UUID slot;
    private String text;
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String answer;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;

    @Version
    private int revision;

    /// For Hibernate.
    @NullUnmarked
    protected ReviewRequest() {}

    private ReviewRequest(Sitting sitting, @Nullable UUID slot, String text, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = sitting.schoolId();
        this.assignmentId = sitting.assignmentId();
        this.sittingId = sitting.id();
        this.learnerId = sitting.learnerId();
        this.slot = slot;
        this.text = text;
        this.askedAt = now;
        this.state = State.OPEN;
    }

    /// @param slot null for all of the sitting
    /// @throws Refusal.Conflict if the time for it is over
    static ReviewRequest ask(Sitting sitting, @Nullable UUID slot, String text, Instant until, Instant now) {
        if (now.isAfter(until)) {
            throw new Refusal.Conflict("review-over");
        }
        return new ReviewRequest(sitting, slot, text, now);
    }

    /// @throws Refusal.Conflict if it was answered before
    void answer(String words, UUID by, Instant now) {
        if (state != State.OPEN) {
            throw new Refusal.Conflict("review-answered");
        }
        state = State.ANSWERED;
        answer = words;
        answeredBy = by;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    UUID sittingId() {
        return sittingId;
    }

    UUID learnerId() {
        return learnerId;
    }

    @Nullable
    UUID slot() {
        return slot;
    }

    String text() {
        return text;
    }

    Instant askedAt() {
        return askedAt;
    }

    State state() {
        return state;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    UUID answeredBy() {
        return answeredBy;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
