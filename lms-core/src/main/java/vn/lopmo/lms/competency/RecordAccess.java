package vn.lopmo.lms.competency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.lopmo.platform.id.Ids;

/// That one of the staff looked into one learner's record. Kept because such records are sensitive data (Law
/// 91/2025/QH15).
@Entity
@Immutable
class RecordAccess {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID readerId;

    @Column
    private UUID learnerId;

    @Column
    private String what;

    @Column
    private Instant at;

    protected RecordAccess() {}

    RecordAccess(UUID schoolId, UUID readerId, UUID learnerId, String what, Instant now) {
        this.id = Ids.next(now);
        this.schoolId = schoolId;
        this.readerId = readerId;
        this.learnerId = learnerId;
        this.what = what;
        this.at = now;
    }
}
