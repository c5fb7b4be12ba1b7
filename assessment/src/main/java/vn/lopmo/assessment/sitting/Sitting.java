package vn.lopmo.assessment.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.platform.id.Ids;

/// One learner's go at one version of a paper, from opening it to handing it in. The server's clock is the only
/// judge of its time.
@Entity
public class Sitting {
    /// Work that was on the wire when time ran out still counts.
    public static final Duration GRACE = Duration.ofSeconds(30);

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID assignmentId;

    @Column
    private UUID learnerId;

    @Column
    private long seed;

    @Column
    private Instant startedAt;

    @Column
    private Instant closesAt;

    private @Nullable Instant handedInAt;

    @Version
    private int revision;

    /// For Hibernate.
    @NullUnmarked
    protected Sitting() {}

    private Sitting(Assignment assignment, UUID learnerId, long seed, Instant closesAt, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = assignment.schoolId();
        this.assignmentId = assignment.id();
        this.learnerId = learnerId;
        this.seed = seed;
        this.startedAt = now;
        this.closesAt = closesAt;
    }

    /// @param seed fixes this learner's order of items and options for good
    /// @throws vn.lopmo.platform.refusal.Refusal.Conflict if the assignment is not open now
    static Sitting open(Assignment assignment, UUID learnerId, long seed, Instant now) {
        return new Sitting(assignment, learnerId, seed, assignment.open(now), now);
    }

    /// Ends the sitting and says so. Called only once: see [HandingIn].
    SittingHandedIn handIn(Instant now) {
        if (handedInAt != null) {
            throw new IllegalStateException("handed in at " + handedInAt);
        }
        handedInAt = now;
        return new SittingHandedIn(id, assignmentId, learnerId, now);
    }

    /// Whether time and grace are over.
    boolean isOver(Instant now) {
        return now.isAfter(closesAt.plus(GRACE));
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
}
