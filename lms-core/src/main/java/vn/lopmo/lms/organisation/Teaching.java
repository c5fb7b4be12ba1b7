package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;

/// That somebody teaches a subject in a class, from a day on. It ends, it is not deleted: the marks of its time are
/// his.
@Entity
public class Teaching {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID teacherId;

    @Column
    private UUID classId;

    @Column
    private String subject;

    @Column
    private UUID schoolYearId;

    private @Nullable Integer term;

    @Column
    private LocalDate startsOn;

    private @Nullable LocalDate endsOn;

    protected Teaching() {}

    /// @param term 1 or 2, or null for both
    static Teaching of(
            Person teacher,
            SchoolClass schoolClass,
            String subject,
            @Nullable Integer term,
            LocalDate from,
            Instant now) {
        var teaching = new Teaching();
        teaching.id = Ids.next(now);
        teaching.schoolId = schoolClass.schoolId();
        teaching.teacherId = teacher.id();
        teaching.classId = schoolClass.id();
        teaching.subject = Subjects.checked(subject);
        teaching.schoolYearId = schoolClass.schoolYearId();
        teaching.term = term;
        teaching.startsOn = from;
        return teaching;
    }

    /// @param day the last one
    void end(LocalDate day) {
        endsOn = day.isBefore(startsOn) ? startsOn : day;
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID teacherId() {
        return teacherId;
    }

    public UUID classId() {
        return classId;
    }

    public String subject() {
        return subject;
    }

    public UUID schoolYearId() {
        return schoolYearId;
    }

    /// 1 or 2; null for both.
    public @Nullable Integer term() {
        return term;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    /// The last day; null while it lasts.
    public @Nullable LocalDate endsOn() {
        return endsOn;
    }
}
