package vn.lopmo.assessment.analysis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.irt.Model;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;

/// A calibration that somebody asked for. It needs nothing but what is in the database, so that one whose runner was
/// lost is simply run again.
@Entity
@Table(name = "calibration")
class CalibrationJob {
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID askedBy;

    @Column
    private Instant askedAt;

    @Column
    private String model;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> assignmentIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<UUID> itemIds;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private int runs;

    private @Nullable Instant seenAt;
    private @Nullable Instant endedAt;
    private @Nullable String problem;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable String result;

    /// For Hibernate.
    @NullUnmarked
    protected CalibrationJob() {}

    private CalibrationJob(Caller by, Model model, List<UUID> assignments, @Nullable List<UUID> items, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = by.schoolId();
        this.askedBy = by.id();
        this.askedAt = now;
        this.model = model.label();
        this.assignmentIds = List.copyOf(assignments);
        this.itemIds = items == null ? null : List.copyOf(items);
        this.state = State.QUEUED;
    }

    /// @param items null for all of the assignments' items
    static CalibrationJob ask(
            Caller by, Model model, List<UUID> assignments, @Nullable List<UUID> items, Instant now) {
        return new CalibrationJob(by, model, assignments, items, now);
    }

    void done(CalibrationResult outcome, Instant now) {
        state = State.DONE;
        result = ItemJson.write(outcome);
        problem = null;
        endedAt = now;
    }

    /// @param slug of a refusal
    void failed(String slug, Instant now) {
        state = State.FAILED;
        problem = slug;
        endedAt = now;
    }

    boolean wants(UUID itemId) {
        return itemIds == null || Set.copyOf(itemIds).contains(itemId);
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    Model model() {
        return Model.ofLabel(model).orElseThrow();
    }

    List<UUID> assignmentIds() {
        return assignmentIds;
    }

    State state() {
        return state;
    }

    int runs() {
        return runs;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String problem() {
        return problem;
    }

    @Nullable
    CalibrationResult result() {
        return result == null ? null : ItemJson.read(result, CalibrationResult.class);
    }
}
