package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// That a person acts for a child.
@Entity
public class Guardianship {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID guardianId;

    @Column
    private UUID childId;

    @Column
    private Instant createdAt;

    private @Nullable String relation;

    /// When the guardian has said himself that he acts for the child.
    private @Nullable Instant acceptedAt;

    protected Guardianship() {}

    static Guardianship of(Person guardian, Person child, Instant now) {
        var guardianship = new Guardianship();
        guardianship.id = Ids.next(now);
        guardianship.schoolId = child.schoolId();
        guardianship.guardianId = guardian.id();
        guardianship.childId = child.id();
        guardianship.createdAt = now;
        return guardianship;
    }

    void relate(@Nullable String words) {
        relation = words == null || words.isBlank() ? null : VietnameseText.tidy(words);
    }

    void accept(Instant now) {
        if (acceptedAt == null) {
            acceptedAt = now;
        }
    }

    UUID guardianId() {
        return guardianId;
    }

    UUID childId() {
        return childId;
    }

    @Nullable
    String relation() {
        return relation;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }
}
