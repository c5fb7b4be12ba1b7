package vn.lopmo.content.packages;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// One person's go at one package, with what the package keeps of it.
///
/// Each time it is opened is a visit with a higher number; within a visit saves are numbered. A save counts if it comes
/// behind the last one by visit and number: what a device held back while another went on never overwrites that.
@Entity
@Table(name = "package_attempt")
class PackageAttempt {
    /// Four weeks; a page left open is no learning.
    private static final int MOST_SECONDS = 28 * 24 * 3600;

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID materialId;
    private UUID fileId;
    private UUID learnerId;
    private int number;

    /// The lesson that it was last opened from.
    private @Nullable UUID lessonId;

    private int visit;
    private int savedVisit;
    private int seq;
    private @Nullable String state;
    private @Nullable BigDecimal score;
    private boolean completed;
    private @Nullable Boolean passed;
    private int seconds;
    private Instant begunAt;
    private @Nullable Instant savedAt;

    @Version
    private int revision;

    @SuppressWarnings("NullAway.Init")
    protected PackageAttempt() {}

    static PackageAttempt begun(UUID schoolId, UUID materialId, UUID fileId, UUID learnerId, int number, Instant now) {
        var attempt = new PackageAttempt();
        attempt.id = Ids.next(now);
        attempt.schoolId = schoolId;
        attempt.materialId = materialId;
        attempt.fileId = fileId;
        attempt.learnerId = learnerId;
        attempt.number = number;
        attempt.begunAt = now;
        return attempt;
    }

    /// What the runtime has to keep.
    ///
    /// @param state as the player wrote it; read by nobody else
    /// @param score 0 to 1
    /// @param seconds of the attempt, all visits together; the greatest counts
    record Save(
            int visit,
            int seq,
            @Nullable String state,
            @Nullable BigDecimal score,
            boolean completed,
            @Nullable Boolean passed,
            int seconds) {}

    void visited(@Nullable UUID fromLesson) {
        visit++;
        lessonId = fromLesson;
    }

    /// Completion stays: a package that is looked through again is not undone.
    ///
    /// @return whether what others are told of it has changed
    boolean save(Save save, Instant now) {
        if (save.visit > visit || isOlder(save)) {
            return false;
        }
        var before = new Outcome(score, completed, passed);
        savedVisit = save.visit;
        seq = save.seq;
        state = save.state;
        score = save.score == null ? score : save.score.setScale(6, RoundingMode.HALF_UP);
        completed |= save.completed;
        passed = save.passed == null ? passed : save.passed;
        seconds = Math.min(MOST_SECONDS, Math.max(seconds, save.seconds));
        savedAt = now;
        return !before.equals(new Outcome(score, completed, passed));
    }

    private boolean isOlder(Save save) {
        return save.visit < savedVisit || (save.visit == savedVisit && save.seq <= seq);
    }

    private record Outcome(
            @Nullable BigDecimal score,
            boolean completed,
            @Nullable Boolean passed) {
        Outcome {
            score = score == null ? null : score.stripTrailingZeros();
        }
    }

    PackageScored news(int version, Instant now) {
        return new PackageScored(
                schoolId,
                learnerId,
                materialId,
                version,
                lessonId,
                score == null ? null : Objects.requireNonNull(score).stripTrailingZeros(),
                completed,
                passed,
                now);
    }

    UUID learnerId() {
        return learnerId;
    }

    int number() {
        return number;
    }

    int visit() {
        return visit;
    }

    int savedVisit() {
        return savedVisit;
    }

    int seq() {
        return seq;
    }

    @Nullable
    String state() {
        return state;
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

    int seconds() {
        return seconds;
    }

    Instant begunAt() {
        return begunAt;
    }

    @Nullable
    Instant savedAt() {
        return savedAt;
    }
}
