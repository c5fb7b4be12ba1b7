package vn.lopmo.content.material;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// One thing in a school's library, from the first upload to its withdrawal.
///
/// Its own metadata is the draft; readers see the published [MaterialVersion], which later edits never reach.
@Entity
@Table(name = "material")
public class Material {
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN,
        /// A draft that was put away before anybody could read it. It may come back to the desk as it was.
        DISCARDED
    }

    @Id
    private UUID id;

    private UUID schoolId;
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Metadata metadata;

    @Version
    private int revision;

    /// Who may read the published version, and when; the draft may say otherwise already.
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] audience;

    private @Nullable Instant availableFrom;
    private @Nullable Instant availableUntil;

    /// Lies before reviewers, who must find at the end what they read at the beginning.
    private boolean inReview;

    private @Nullable Integer publishedVersion;
    private @Nullable Instant publishedAt;
    private @Nullable String withdrawnReason;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Material() {}

    public static Material drafted(UUID schoolId, UUID ownerId, Metadata metadata, Instant now) {
        metadata.mustHoldTogether();
        var material = new Material();
        material.id = Ids.next(now);
        material.schoolId = schoolId;
        material.ownerId = ownerId;
        material.state = State.DRAFT;
        material.audience = new String[0];
        material.metadata = metadata;
        material.createdAt = now;
        material.updatedAt = now;
        return material;
    }

    /// @throws Refusal.Conflict if somebody else saved after `seenRevision` was read, it is under review or put away
    public void describe(int seenRevision, Metadata metadata, Instant now) {
        if (seenRevision != revision) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
        mustLieOpen();
        metadata.mustHoldTogether();
        this.metadata = metadata;
        updatedAt = now;
    }

    /// What a file says of itself fills a description that nobody has written in yet, and never changes one.
    public void foundInside(
            String title, String description, String author, @Nullable Licence licence, String source, Instant now) {
        if (state == State.DRAFT && revision == 0) {
            metadata = metadata.filledWith(title, description, author, licence, source);
            updatedAt = now;
        }
    }

    /// A file was added or replaced.
    ///
    /// @throws Refusal.Conflict while it is under review or put away
    public void touch(Instant now) {
        mustLieOpen();
        updatedAt = now;
    }

    /// Makes the draft the version that readers see.
    ///
    /// From now on nobody changes the draft.
    ///
    /// @throws Refusal.Conflict if it is under review already
    public void enterReview() {
        mustLieOpen();
        inReview = true;
    }

    public void leaveReview() {
        inReview = false;
    }

    /// On the desk, and not in a reviewer's hands.
    private void mustLieOpen() {
        if (inReview) {
            throw new Refusal.Conflict("material-in-review");
        }
        if (state == State.DISCARDED) {
            throw new Refusal.Conflict("material-discarded");
        }
    }

    /// @throws Refusal.Invalid naming each field that is missing
    MaterialVersion publish(List<FilePlace> files, List<BasedOn> credits, UUID publisher, String note, Instant now) {
        mustLieOpen();
        mustBeComplete();
        publishedVersion = publishedVersion == null ? 1 : publishedVersion + 1;
        publishedAt = now;
        updatedAt = now;
        withdrawnReason = null;
        audience = metadata.audience(ownerId).toArray(String[]::new);
        availableFrom = metadata.availableFrom();
        availableUntil = metadata.availableUntil();
        state = State.PUBLISHED;
        return MaterialVersion.of(this, publishedVersion, files, credits, publisher, note, now);
    }

    /// @throws Refusal.Invalid naming each field that is missing
    public void mustBeComplete() {
        var missing = metadata.missing();
        if (!missing.isEmpty()) {
            throw new Refusal.Invalid(
                    "material-incomplete",
                    missing.stream()
                            .map(field -> new Refusal.Field(field, "field-notempty", null))
                            .toList());
        }
        metadata.mustHoldTogether();
    }

    /// Takes it out of the readers' sight; its versions stay for lessons that show one.
    MaterialWithdrawn withdraw(String reason, Instant now) {
        if (state != State.PUBLISHED) {
            throw new Refusal.Conflict("material-not-published");
        }
        state = State.WITHDRAWN;
        withdrawnReason = reason;
        updatedAt = now;
        return new MaterialWithdrawn(schoolId, id, reason, now);
    }

    /// Brings back what was withdrawn, as it was.
    void restore(Instant now) {
        if (state != State.WITHDRAWN) {
            throw new Refusal.Conflict("material-not-withdrawn");
        }
        state = State.PUBLISHED;
        withdrawnReason = null;
        updatedAt = now;
    }

    /// Puts a draft away. What was ever published is withdrawn instead, for lessons may show it.
    ///
    /// @throws Refusal.Conflict if it is no draft, or under review
    void discard(Instant now) {
        mustLieOpen();
        if (state != State.DRAFT) {
            throw new Refusal.Conflict("material-not-draft");
        }
        state = State.DISCARDED;
        updatedAt = now;
    }

    /// Lays a discarded draft on the desk again.
    void takeBack(Instant now) {
        if (state != State.DISCARDED) {
            throw new Refusal.Conflict("material-not-discarded");
        }
        state = State.DRAFT;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public State state() {
        return state;
    }

    public Metadata metadata() {
        return metadata;
    }

    public int revision() {
        return revision;
    }

    /// The tokens that open the published version ([Readership]); empty if nothing was ever published.
    public Set<String> audience() {
        return Set.of(audience);
    }

    public @Nullable Instant availableFrom() {
        return availableFrom;
    }

    public @Nullable Instant availableUntil() {
        return availableUntil;
    }

    public boolean inReview() {
        return inReview;
    }

    /// The version last published, also of a material that was withdrawn since.
    public @Nullable Integer publishedVersion() {
        return publishedVersion;
    }

    /// Why it was taken out; null of one that was not.
    public @Nullable String withdrawnReason() {
        return withdrawnReason;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
