package vn.lopmo.lms.course;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import vn.lopmo.lms.organisation.Subjects;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// What one teacher teaches in one subject to some classes: sections of lessons. Learners are those of its classes.
@Entity
public class Course {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID teacherId;

    @Column
    private String title;

    @Column
    private String subject;

    @Column
    private int grade;

    @Column
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "course_class", joinColumns = @JoinColumn(name = "course_id"))
    @Column(name = "class_id")
    @BatchSize(size = 50)
    private Set<UUID> classIds = new HashSet<>();

    protected Course() {}

    static Course open(UUID schoolId, UUID teacherId, String title, String subject, int grade, Instant now) {
        var course = new Course();
        course.id = Ids.next(now);
        course.schoolId = schoolId;
        course.teacherId = teacherId;
        course.subject = Subjects.checked(subject);
        course.grade = grade;
        course.createdAt = now;
        course.rename(title);
        return course;
    }

    void rename(String newTitle) {
        title = VietnameseText.tidy(newTitle);
    }

    void giveTo(Collection<UUID> newClassIds) {
        classIds.retainAll(newClassIds);
        classIds.addAll(newClassIds);
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

    public String title() {
        return title;
    }

    public String subject() {
        return subject;
    }

    public int grade() {
        return grade;
    }

    public Set<UUID> classIds() {
        return Set.copyOf(classIds);
    }
}
