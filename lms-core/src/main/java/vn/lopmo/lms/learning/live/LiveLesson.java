package vn.lopmo.lms.learning.live;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Subjects;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// One meeting of one class with one teacher.
@Entity
public class LiveLesson {
    /// The door opens this long before the lesson.
    static final Duration EARLY = Duration.ofMinutes(15);
    /// Whoever comes later than this came late.
    static final Duration IN_TIME = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofHours(6);

    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private UUID classId;

    @Column
    private UUID teacherId;

    @Column
    private String subject;

    @Column
    private String title;

    @Column
    private String url;

    @Column
    private Instant startsAt;

    @Column
    private Instant endsAt;

    @Column
    private Instant madeAt;

    private @Nullable Instant cancelledAt;

    protected LiveLesson() {}

    /// What a teacher says of it.
    record Wish(String subject, String title, String url, Instant startsAt, Instant endsAt) {}

    @SuppressWarnings("NullAway.Init") // set() comes next
    static LiveLesson of(UUID schoolId, UUID classId, UUID teacherId, Wish wish, Instant now) {
        var lesson = new LiveLesson();
        lesson.id = Ids.next(now);
        lesson.schoolId = schoolId;
        lesson.classId = classId;
        lesson.teacherId = teacherId;
        lesson.madeAt = now;
        lesson.set(wish);
        return lesson;
    }

    /// @throws Refusal.Invalid if its times or its link cannot be
    final void set(Wish wish) {
        if (!wish.endsAt.isAfter(wish.startsAt) || wish.startsAt.plus(LONGEST).isBefore(wish.endsAt)) {
            throw new Refusal.Invalid("live-lesson-times");
        }
        subject = Subjects.checked(wish.subject);
        title = VietnameseText.tidy(wish.title);
        url = MeetingLink.of(wish.url).url();
        startsAt = wish.startsAt;
        endsAt = wish.endsAt;
    }

    void cancel(Instant now) {
        cancelledAt = cancelledAt == null ? now : cancelledAt;
    }

    /// @throws Refusal.Conflict before the door opens, after the end, or when it does not take place
    MeetingLink enter(Instant now) {
        if (isCancelled() || now.isBefore(startsAt.minus(EARLY)) || now.isAfter(endsAt)) {
            throw new Refusal.Conflict("live-lesson-not-open");
        }
        return link();
    }

    MeetingLink link() {
        return new MeetingLink(url);
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    UUID id() {
        return id;
    }

    UUID schoolId() {
        return schoolId;
    }

    UUID classId() {
        return classId;
    }

    UUID teacherId() {
        return teacherId;
    }

    String subject() {
        return subject;
    }

    String title() {
        return title;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }
}
