package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// A lesson as a thing with a place in a course. What it says is in its [LessonDraft] and its [LessonVersion]s;
/// here is only which version learners read.
@Entity
public class Lesson {
    /// How a lesson stands with its learners.
    public enum State {
        /// Never published.
        DRAFT,
        PUBLISHED,
        /// Published, and worked on since.
        CHANGED
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID courseId;

    @Column
    private UUID sectionId;

    @Column
    private int position;

    private @Nullable UUID originLessonId;

    private @Nullable Integer publishedVersion;

    private @Nullable Integer publishedRevision;

    @Column
    private Instant createdAt;

    protected Lesson() {}

    static Lesson open(Course course, Section section, int position, Instant now) {
        var lesson = new Lesson();
        lesson.id = Ids.next(now);
        lesson.schoolId = course.schoolId();
        lesson.courseId = course.id();
        lesson.sectionId = section.id();
        lesson.position = position;
        lesson.createdAt = now;
        return lesson;
    }

    void cameFrom(Lesson source) {
        originLessonId = source.id;
    }

    /// The lesson that this one was copied from.
    @Nullable
    UUID originLessonId() {
        return originLessonId;
    }

    void moveTo(UUID newSectionId, int newPosition) {
        sectionId = newSectionId;
        position = newPosition;
    }

    /// Makes what a draft said at a revision what learners read.
    LessonVersion publish(LessonContent content, int revision, UUID by, Instant now) {
        content.checkPublishable();
        int version = publishedVersion == null ? 1 : publishedVersion + 1;
        publishedVersion = version;
        publishedRevision = revision;
        return new LessonVersion(id, version, content, by, now);
    }

    State state(int draftRevision) {
        if (publishedRevision == null) {
            return State.DRAFT;
        }
        return publishedRevision == draftRevision ? State.PUBLISHED : State.CHANGED;
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID sectionId() {
        return sectionId;
    }

    int position() {
        return position;
    }

    public @Nullable Integer publishedVersion() {
        return publishedVersion;
    }
}
