package vn.lopmo.lms.organisation.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A list of people on its way in: looked at first, then applied in the background. Its state stands in the database
/// alone, so that another process goes on where one has died.
@Entity
class RosterImport {
    /// How long the work is held to be somebody's who does not report.
    static final Duration LEASE = Duration.ofSeconds(20);
    /// Faults in a row after which the work is given up: with the pauses between them about an hour.
    private static final int MOST_TRIES = 120;

    enum Kind {
        /// The ministry's list of pupils.
        LIST,
        ONEROSTER,
        STAFF,
        GUARDIANS
    }

    enum State {
        PREVIEW,
        APPLYING,
        DONE,
        FAILED
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private String fileName;

    @Column
    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private Instant createdAt;

    @Column
    private UUID createdBy;

    @Column
    @Enumerated(EnumType.STRING)
    private Kind kind;

    /// JSON: [Links].
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable String links;

    private int linksToDo;
    private int done;
    private int total;
    private int tries;

    /// The slug of what keeps the work from going on.
    private @Nullable String problem;

    private @Nullable Instant leasedUntil;

    protected RosterImport() {}

    static RosterImport preview(UUID schoolId, UUID by, String fileName, Kind kind, Instant now) {
        var roster = new RosterImport();
        roster.id = Ids.next(now);
        roster.schoolId = schoolId;
        roster.fileName = fileName;
        roster.kind = kind;
        roster.state = State.PREVIEW;
        roster.createdAt = now;
        roster.createdBy = by;
        return roster;
    }

    /// Starts the work. Asked twice, it is started once.
    ///
    /// @param rows how many rows there are to apply
    void apply(int rows) {
        if (state == State.APPLYING || state == State.DONE) {
            return;
        }
        if (rows == 0 && linksToDo == 0 && state == State.PREVIEW) {
            state = State.DONE;
            return;
        }
        state = State.APPLYING;
        total = done + rows;
        tries = 0;
        problem = null;
        leasedUntil = null;
    }

    void bring(String json, int toDo) {
        links = json;
        linksToDo = toDo;
    }

    void lease(Instant now) {
        leasedUntil = now.plus(LEASE);
    }

    void advance(int applied, Instant now) {
        done += applied;
        tries = 0;
        problem = null;
        lease(now);
    }

    void finish() {
        linksToDo = 0;
        state = State.DONE;
        problem = null;
        leasedUntil = null;
    }

    /// Something stands in the way; the work is tried again after a pause, unless it was tried too often.
    void stumble(Refusal why, Instant now) {
        stumble(why.slug(), now);
    }

    void stumble(String slug, Instant now) {
        problem = slug;
        tries++;
        leasedUntil = now.plusSeconds(Math.min(30, 2L * tries));
        if (tries >= MOST_TRIES) {
            state = State.FAILED;
        }
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String links() {
        return links;
    }

    int linksToDo() {
        return linksToDo;
    }

    String fileName() {
        return fileName;
    }

    State state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    int done() {
        return done;
    }

    int total() {
        return total;
    }

    @Nullable
    String problem() {
        return problem;
    }
}
