package vn.lopmo.lms.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// A class of one school year: `6A`. Next year's 7A is another class.
@Entity
public class SchoolClass {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID schoolYearId;

    @Column
    private String name;

    @Column
    private int grade;

    private @Nullable UUID homeroomTeacherId;

    protected SchoolClass() {}

    public static SchoolClass open(UUID schoolId, UUID schoolYearId, String name, int grade, Instant now) {
        var schoolClass = new SchoolClass();
        schoolClass.id = Ids.next(now);
        schoolClass.schoolId = schoolId;
        schoolClass.schoolYearId = schoolYearId;
        schoolClass.name = VietnameseText.tidy(name);
        schoolClass.grade = grade;
        return schoolClass;
    }

    /// By grade, then by name: `6A2` before `6A10`.
    public static Comparator<SchoolClass> inOrder() {
        return Comparator.comparingInt(SchoolClass::grade)
                .thenComparingInt(each -> each.name.length())
                .thenComparing(SchoolClass::name);
    }

    public UUID id() {
        return id;
    }

    public UUID schoolId() {
        return schoolId;
    }

    public UUID schoolYearId() {
        return schoolYearId;
    }

    public String name() {
        return name;
    }

    public int grade() {
        return grade;
    }

    /// Giáo viên chủ nhiệm.
    public @Nullable UUID homeroomTeacherId() {
        return homeroomTeacherId;
    }

    void rename(String newName) {
        name = VietnameseText.tidy(newName);
    }

    void leadBy(@Nullable UUID teacherId) {
        homeroomTeacherId = teacherId;
    }
}
