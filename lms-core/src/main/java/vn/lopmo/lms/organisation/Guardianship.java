package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;

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
}
