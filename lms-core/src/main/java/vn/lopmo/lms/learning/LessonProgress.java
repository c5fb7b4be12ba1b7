package vn.lopmo.lms.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.rule.Work;
import vn.lopmo.platform.id.Ids;

/// How far one learner is in one lesson: the blocks that were seen, over all versions of the lesson. Grows only;
/// saying the same again changes nothing.
@Entity
class LessonProgress {
    /// A page left open overnight is no reading.
    private static final int LONGEST_READING = 24 * 60 * 60;

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID learnerId;

    @Column
    private UUID lessonId;

    @Column
    private UUID courseId;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> seen;

    private @Nullable String lastBlock;

    @Column
    private int seconds;

    private @Nullable Integer countedVersion;

    private @Nullable Integer countedSeen;

    @Column
    private Instant begunAt;

    @Column
    private Instant seenAt;

    protected LessonProgress() {}

    LessonProgress(UUID schoolId, UUID learnerId, UUID lessonId, UUID courseId, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = schoolId;
        this.learnerId = learnerId;
        this.lessonId = lessonId;
        this.courseId = courseId;
        this.seen = List.of();
        this.begunAt = now;
        this.seenAt = now;
    }

    /// Takes in what a learner's page has shown. Blocks that the version does not have are passed over.
    void see(Collection<String> blocks, @Nullable String last, int secondsRead, List<String> ofVersion, Instant now) {
        var all = new LinkedHashSet<>(seen);
        blocks.stream().filter(ofVersion::contains).forEach(all::add);
        if (all.size() > seen.size()) {
            seen = new ArrayList<>(all);
        }
        if (last != null && ofVersion.contains(last)) {
            lastBlock = last;
        }
        seconds = Math.max(seconds, Math.min(secondsRead, LONGEST_READING));
        seenAt = now;
    }

    /// How many of these blocks were seen.
    int seenOf(List<String> blockIds) {
        return (int) blockIds.stream().filter(seen::contains).count();
    }

    Work work(List<String> blockIds) {
        return new Work(blockIds.size(), seenOf(blockIds), seconds, seenAt);
    }

    /// Lists of many lessons read this number instead of comparing blocks.
    void count(int version, List<String> ofVersion) {
        countedVersion = version;
        countedSeen = seenOf(ofVersion);
    }

    int seconds() {
        return seconds;
    }

    UUID learnerId() {
        return learnerId;
    }

    UUID lessonId() {
        return lessonId;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Nullable
    String lastBlock() {
        return lastBlock;
    }

    Instant seenAt() {
        return seenAt;
    }
}
