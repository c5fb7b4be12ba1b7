package vn.lopmo.assessment.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.platform.id.Ids;

/// Something that was done in the room of an assignment, or seen there: a line of its minutes. Never changed.
@Entity
public class RoomEntry {
    /// What was done. Those of one sitting name it.
    public enum Kind {
        PAUSED,
        RESUMED,
        SITTING_PAUSED,
        SITTING_RESUMED,
        EXTENDED,
        COLLECTED,
        REOPENED,
        MOVED,
        MESSAGE,
        INCIDENT,
        HELD_ACCEPTED,
        HELD_REJECTED,
        INVIGILATORS,
        NEEDS
    }

    /// What there is to say of it beside who and when.
    ///
    /// @param incident the kind of an incident
    /// @param text a message, a reason, or what happened
    /// @param until a moment as ISO 8601 writes it: the end of a learner's own window
    public record Detail(
            @Nullable Integer minutes,
            @Nullable Integer count,
            @Nullable String incident,
            @Nullable String text,
            @Nullable String until) {
        public static final Detail NONE = new Detail(null, null, null, null, null);

        public static Detail text(@Nullable String text) {
            return new Detail(null, null, null, text, null);
        }

        public static Detail minutes(int minutes, @Nullable String reason) {
            return new Detail(minutes, null, null, reason, null);
        }

        public static Detail count(int count, @Nullable String reason) {
            return new Detail(null, count, null, reason, null);
        }

        public static Detail incident(String kind, String text) {
            return new Detail(null, null, kind, text, null);
        }

        /// The minutes are those he has more, the count how often he may take it.
        static Detail needs(Needs needs) {
            var closesAt = needs.closesAt();
            var until = closesAt == null ? null : closesAt.toString();
            return new Detail(needs.extraMinutes(), needs.attempts(), null, null, until);
        }
    }

    /// Whom it is about.
    public record About(
            UUID schoolId,
            UUID assignmentId,
            @Nullable UUID learnerId,
            @Nullable UUID sittingId) {
        public static About of(Sitting sitting) {
            return new About(sitting.schoolId(), sitting.assignmentId(), sitting.learnerId(), sitting.id());
        }
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID assignmentId;

    @Column
    private Instant doneAt;

    @Column
    private UUID doneBy;

    @Column
    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable UUID learnerId;

    private @Nullable UUID sittingId;

    @Column
    @Convert(converter = DetailColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private Detail detail;

    /// For Hibernate.
    @NullUnmarked
    protected RoomEntry() {}

    public RoomEntry(Kind kind, About about, Detail detail, UUID by, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = about.schoolId;
        this.assignmentId = about.assignmentId;
        this.learnerId = about.learnerId;
        this.sittingId = about.sittingId;
        this.kind = kind;
        this.detail = detail;
        this.doneBy = by;
        this.doneAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID assignmentId() {
        return assignmentId;
    }

    public Instant doneAt() {
        return doneAt;
    }

    public UUID doneBy() {
        return doneBy;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable UUID learnerId() {
        return learnerId;
    }

    public @Nullable UUID sittingId() {
        return sittingId;
    }

    public Detail detail() {
        return detail;
    }
}
