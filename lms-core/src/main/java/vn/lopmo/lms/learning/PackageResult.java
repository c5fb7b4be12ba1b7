package vn.lopmo.lms.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// How one learner stands in one interactive package: the best score of all attempts, and whether he came to the end of
/// one. Grows only, so that the order in which the library's news come does not matter.
@Entity
class PackageResult {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID learnerId;

    @Column
    private UUID materialId;

    private @Nullable BigDecimal score;

    @Column
    private boolean completed;

    private @Nullable Boolean passed;

    @Column
    private Instant scoredAt;

    protected PackageResult() {}

    PackageResult(PackageScored event) {
        this.id = Ids.next(event.at());
        this.schoolId = event.schoolId();
        this.learnerId = event.learnerId();
        this.materialId = event.materialId();
        this.scoredAt = event.at();
    }

    void take(PackageScored event) {
        if (event.score() != null && (score == null || event.score().compareTo(score) > 0)) {
            score = event.score();
        }
        completed |= event.completed();
        if (event.passed() != null) {
            passed = event.passed() || Boolean.TRUE.equals(passed);
        }
        scoredAt = event.at().isAfter(scoredAt) ? event.at() : scoredAt;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID materialId() {
        return materialId;
    }

    @Nullable
    BigDecimal score() {
        return score == null ? null : score.stripTrailingZeros();
    }

    boolean completed() {
        return completed;
    }

    @Nullable
    Boolean passed() {
        return passed;
    }

    Instant scoredAt() {
        return scoredAt;
    }
}
