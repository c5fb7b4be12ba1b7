package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// That a person learns or teaches in a class. It ends, it is never deleted: last month's marks belong to somebody.
@Entity
public class Membership {
    /// What somebody does in a class.
    public enum ClassRole {
        STUDENT,
        TEACHER
    }

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID personId;

    @Column
    private UUID classId;

    @Column
    @Enumerated(EnumType.STRING)
    private ClassRole role;

    @Column
    private Instant startedAt;

    private @Nullable Instant endedAt;

    @Column
    private boolean byLeading;

    protected Membership() {}

    static Membership start(Person person, SchoolClass schoolClass, ClassRole role, Instant now) {
        var membership = new Membership();
        membership.id = Ids.next(now);
        membership.schoolId = schoolClass.schoolId();
        membership.personId = person.id();
        membership.classId = schoolClass.id();
        membership.role = role;
        membership.startedAt = now;
        return membership;
    }

    /// Of somebody who comes into the class as its homeroom teacher.
    static Membership lead(Person teacher, SchoolClass schoolClass, Instant now) {
        var membership = start(teacher, schoolClass, ClassRole.TEACHER, now);
        membership.byLeading = true;
        return membership;
    }

    void end(Instant now) {
        endedAt = now;
    }

    public UUID personId() {
        return personId;
    }

    public UUID classId() {
        return classId;
    }

    public ClassRole role() {
        return role;
    }

    void teach() {
        byLeading = false;
    }

    boolean isByLeading() {
        return byLeading;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
