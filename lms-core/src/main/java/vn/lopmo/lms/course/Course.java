package vn.lopmo.lms.course;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
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

    @Column
    @Enumerated(EnumType.STRING)
    private CourseSharing sharing = CourseSharing.NONE;

    /// Meant to be begun from rather than taught.
    @Column
    private boolean template;

    private @Nullable UUID originCourseId;

    private @Nullable UUID originTeacherId;

    private @Nullable String originTitle;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "course_class", joinColumns = @JoinColumn(name = "course_id"))
    @Column(name = "class_id")
    @BatchSize(size = 50)
    private Set<UUID> classIds = new HashSet<>();

    /// Colleagues who write it too.
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "course_author", joinColumns = @JoinColumn(name = "course_id"))
    @Column(name = "person_id")
    @BatchSize(size = 50)
    private Set<UUID> authorIds = new HashSet<>();

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

    /// A template is for the whole school.
    void share(CourseSharing wanted, boolean asTemplate) {
        sharing = asTemplate ? CourseSharing.SCHOOL : wanted;
        template = asTemplate;
    }

    /// What a copy was copied from stays named, however often it is copied.
    void cameFrom(Course source) {
        var first = source.origin().orElseGet(() -> new CourseOrigin(source.id, source.teacherId, source.title));
        if (first.teacherId().equals(teacherId)) {
            first = new CourseOrigin(source.id, source.teacherId, source.title);
        }
        originCourseId = first.courseId();
        originTeacherId = first.teacherId();
        originTitle = first.title();
    }

    public Optional<CourseOrigin> origin() {
        return originCourseId == null || originTeacherId == null || originTitle == null
                ? Optional.empty()
                : Optional.of(new CourseOrigin(originCourseId, originTeacherId, originTitle));
    }

    public CourseSharing sharing() {
        return sharing;
    }

    public boolean isTemplate() {
        return template;
    }

    Instant createdAt() {
        return createdAt;
    }

    void writeWith(Collection<UUID> newAuthorIds) {
        authorIds.retainAll(newAuthorIds);
        authorIds.addAll(newAuthorIds);
        authorIds.remove(teacherId);
    }

    /// Its teacher, or a colleague whom he writes it with.
    public boolean isWrittenBy(UUID personId) {
        return teacherId.equals(personId) || authorIds.contains(personId);
    }

    public Set<UUID> authorIds() {
        return Set.copyOf(authorIds);
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
