package vn.lopmo.assessment.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;

/// A question of a school's bank through all its versions. It only points at the latest; papers and sittings keep
/// the version they took.
@Entity
@Table(name = "item")
public class BankItem {
    @Id
    private UUID id;

    private UUID schoolId;
    private int latest;
    private UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private int revision;

    @NullUnmarked
    protected BankItem() {}

    private BankItem(UUID id, Caller author, Instant now) {
        this.id = id;
        this.schoolId = author.schoolId();
        this.createdBy = author.id();
        this.createdAt = now;
        this.updatedAt = now;
    }

    static BankItem create(Caller author, Instant now) {
        return new BankItem(Ids.next(now), author, now);
    }

    /// Makes the next version; the ones before stay as they are.
    ///
    /// @throws Refusal.Conflict if `expected` is not the latest: somebody else wrote one meanwhile
    ItemVersion write(int expected, Item content, Meta meta, Caller author, Instant now) {
        if (expected != latest) {
            throw new Refusal.Conflict("changed-meanwhile");
        }
        latest++;
        updatedAt = now;
        return ItemVersion.of(id, latest, content, meta, author, now);
    }

    public UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    int latest() {
        return latest;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
