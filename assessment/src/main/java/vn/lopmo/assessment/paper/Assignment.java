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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A published paper given to classes for a time. The version is fixed: later edits of the paper never reach it.
@Entity
@DynamicUpdate // pausing, releasing and changing it meet without undoing each other
public class Assignment {
    /// Homework is left and come back to over days: it lasts as long as it is open, a month at most.
    public static final int MOST_MINUTES = 43_200;

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

        /// The end for somebody who starts then.
        public Instant endFor(Instant start) {
            var own = start.plus(Duration.ofMinutes(minutes));
            return own.isBefore(closesAt) ? own : closesAt;
        }
    }

    /// How it is given.
    ///
    /// @param message what learners read before they begin
    public record Terms(
            Window time,
            Shuffling shuffling,
            Conditions conditions,
            @Nullable String message) {}

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
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> groups;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> learners;

    @Column
    private Conditions conditions;

    private @Nullable String message;

    private @Nullable Decision decision;

    @Column
    private UUID assignedBy;

    @Column
    private Instant assignedAt;

    private @Nullable Instant releasedAt;

    /// Written by [KeyChanges] alone: a correction and somebody else's change of this row must not undo each other.
    @Column(insertable = false, updatable = false)
    private int keyVersion;

    /// Written by the room alone, in SQL: saving the entity must never undo a pause.
    @Column(insertable = false, updatable = false)
    private @Nullable Instant pausedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable String roomMessage;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant roomMessageAt;

    /// For Hibernate.
    @NullUnmarked
    protected Assignment() {}

    private Assignment(PaperVersion paper, String title, Audience audience, Terms terms, UUID assignedBy, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = paper.schoolId();
        this.paperId = paper.key().paperId();
        this.paperVersion = paper.key().version();
        this.title = title;
        this.classes = audience.classesAndGroups();
        this.groups = audience.groups().stream().sorted().toList();
        this.learners = audience.learners().stream().sorted().toList();
        this.time = terms.time();
        this.shuffling = terms.shuffling();
        this.conditions = terms.conditions();
        this.message = terms.message();
        this.assignedBy = assignedBy;
        this.assignedAt = now;
    }

    /// @throws Refusal.Invalid if it would be over before it begins
    public static Assignment of(
            PaperVersion paper, String title, Audience audience, Terms terms, UUID assignedBy, Instant now) {
        if (!terms.time().closesAt().isAfter(now)) {
            throw new Refusal.Invalid("assignment-window-past");
        }
        return new Assignment(paper, title, audience, terms, assignedBy, now);
    }

    /// @return when a learner who opens it now has to be done, without his extra time
    /// @throws Refusal.Conflict if the window is not open for him, or the head has to decide first
    public Instant open(Instant now, Needs needs) {
        if (awaitsDecision()) {
            throw new Refusal.Conflict("assignment-awaits-decision");
        }
        var his = needs.window(time);
        if (now.isBefore(his.opensAt())) {
            throw new Refusal.Conflict("assignment-not-open");
        }
        if (!now.isBefore(his.closesAt())) {
            throw new Refusal.Conflict("assignment-closed");
        }
        return his.endFor(now);
    }

    /// From when to when a learner may begin.
    public Window windowFor(Needs needs) {
        return needs.window(time);
    }

    /// How often he may take it; 0 without limit.
    public int attemptsFor(Needs needs) {
        var own = needs.attempts();
        return own == null ? conditions.attempts() : own;
    }

    /// A periodic test away from school waits for the head.
    public boolean awaitsDecision() {
        return conditions.purpose() == Conditions.Purpose.PERIODIC && !conditions.isAtSchool() && decision == null;
    }

    /// @throws Refusal.Conflict if there is nothing to decide
    public void decide(Decision taken) {
        if (conditions.purpose() != Conditions.Purpose.PERIODIC) {
            throw new Refusal.Conflict("decision-not-needed");
        }
        decision = taken;
    }

    /// Gives it otherwise. Once somebody has begun, only a later end and what guards the door may change: nobody
    /// who sits may find other rules than those he began with.
    ///
    /// @throws Refusal.Conflict if somebody has begun and more is changed
    public void change(Window window, Conditions wanted, boolean begun, Instant now) {
        if (begun && !mayChangeTo(window, wanted)) {
            throw new Refusal.Conflict("assignment-begun");
        }
        if (!window.equals(time) && !window.closesAt().isAfter(now)) {
            throw new Refusal.Invalid("assignment-window-past");
        }
        time = window;
        conditions = wanted;
    }

    private boolean mayChangeTo(Window window, Conditions wanted) {
        return window.opensAt().equals(time.opensAt())
                && window.minutes() == time.minutes()
                && !window.closesAt().isBefore(time.closesAt())
                && conditions.differsOnlyAtTheDoor(wanted);
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

    /// Its classes, groups among them.
    public Set<UUID> classes() {
        return Set.copyOf(classes);
    }

    /// Those of its classes that are groups.
    public List<UUID> groups() {
        return List.copyOf(groups);
    }

    /// The single persons to whom it was given.
    public List<UUID> learners() {
        return List.copyOf(learners);
    }

    public Conditions conditions() {
        return conditions;
    }

    public @Nullable String message() {
        return message;
    }

    public @Nullable Decision decision() {
        return decision;
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

    /// Since when all its clocks stand, if they do.
    public @Nullable Instant pausedAt() {
        return pausedAt;
    }

    /// What is said to all who take it.
    public @Nullable String roomMessage() {
        return roomMessage;
    }

    public @Nullable Instant roomMessageAt() {
        return roomMessageAt;
    }
}
