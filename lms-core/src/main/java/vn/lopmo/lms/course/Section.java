package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.text.VietnameseText;

/// A chapter of a course.
@Entity
public class Section {
    @Id
    private UUID id;

    @Column
    private UUID courseId;

    @Column
    private String title;

    @Column
    private int position;

    @Column
    private Instant createdAt;

    protected Section() {}

    static Section open(UUID courseId, String title, int position, Instant now) {
        var section = new Section();
        section.id = Ids.next(now);
        section.courseId = courseId;
        section.position = position;
        section.createdAt = now;
        section.rename(title);
        return section;
    }

    void rename(String newTitle) {
        title = VietnameseText.tidy(newTitle);
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    public UUID id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public String title() {
        return title;
    }

    int position() {
        return position;
    }
}
