package vn.lopmo.assessment.paper;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A published paper given to classes for a time. The version is fixed: later edits of the paper never reach it.
@Entity
public class Assignment {
    /// When the paper may be taken.
    ///
    /// @param minutes how long one learner has, inside the window
    @Embeddable
    public record Window(Instant opensAt, Instant closesAt, int minutes) {
        public Window {
            if (!closesAt.isAfter(opensAt)) {
                throw new Refusal.Invalid("assignment-window-empty");
            }
        }

        /// The end for somebody who starts now.
        public Instant endFor(Instant start) {
            var own = start.plus(Duration.ofMinutes(minutes));
            return own.isBefore(closesAt) ? own : closesAt;
        }
    }

    /// What is mixed for each learner: the order of items inside their part, and of the options of single choices.
    @Embeddable
    public record Shuffling(
            @Column(name = "shuffle_items") boolean items,
            @Column(name = "shuffle_options") boolean options) {}

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID paperId;

    @Column
    private int paperVersion;

    @Column
    private String title;

    @Column
    private Window time;

    @Column
    private Shuffling shuffling;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "assignment_class", joinColumns = @JoinColumn(name = "assignment_id"))
    @Column(name = "class_id")
    private Set<UUID> classes = new HashSet<>();

    @Column
    private UUID assignedBy;

    @Column
    private Instant assignedAt;

    private @Nullable Instant releasedAt;

    /// Written by [KeyChanges] alone: a correction and somebody else's change of this row must not undo each other.
    @Column(insertable = false, updatable = false)
    private int keyVersion;

    /// For Hibernate.
    @NullUnmarked
    protected Assignment() {}

    private Assignment(
            PaperVersion paper,
            String title,
            Set<UUID> classes,
            Window time,
            Shuffling shuffling,
            UUID assignedBy,
            Instant now) {
        this.id = Ids.next(now);
        this.schoolId = paper.schoolId();
        this.paperId = paper.key().paperId();
        this.paperVersion = paper.key().version();
        this.title = title;
        this.classes = new HashSet<>(classes);
        this.time = time;
        this.shuffling = shuffling;
        this.assignedBy = assignedBy;
        this.assignedAt = now;
    }

    /// @throws Refusal.Invalid if it would be over before it begins
    public static Assignment of(
            PaperVersion paper,
            String title,
            Set<UUID> classes,
            Window time,
            Shuffling shuffling,
            UUID assignedBy,
            Instant now) {
        if (!time.closesAt().isAfter(now)) {
            throw new Refusal.Invalid("assignment-window-past");
        }
        return new Assignment(paper, title, classes, time, shuffling, assignedBy, now);
    }

    /// @return when a learner who opens it now has to be done
    /// @throws Refusal.Conflict if the window is not open
    public Instant open(Instant now) {
        if (now.isBefore(time.opensAt())) {
            throw new Refusal.Conflict("assignment-not-open");
        }
        if (!now.isBefore(time.closesAt())) {
            throw new Refusal.Conflict("assignment-closed");
        }
        return time.endFor(now);
    }

    /// Results were shown to learners; the first time counts.
    public void released(Instant now) {
        if (releasedAt == null) {
            releasedAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public PaperVersion.Key paper() {
        return new PaperVersion.Key(paperId, paperVersion);
    }

    public String title() {
        return title;
    }

    public Set<UUID> classes() {
        return Set.copyOf(classes);
    }

    public Window time() {
        return time;
    }

    public Shuffling shuffling() {
        return shuffling;
    }

    public UUID assignedBy() {
        return assignedBy;
    }

    public @Nullable Instant releasedAt() {
        return releasedAt;
    }

    /// How many corrections of its paper were made.
    int keyVersion() {
        return keyVersion;
    }
}
