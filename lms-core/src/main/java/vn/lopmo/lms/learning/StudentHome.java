package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.sql.Rows;

/// A learner's first page: what to do next. Every learner opens it every day, so it costs a few plain statements,
/// however many courses and lessons there are.
@ApplicationScoped
class StudentHome {
    private static final Duration MESSAGES_SHOWN = Duration.ofDays(7);
    private static final int MESSAGES_AT_MOST = 3;

    /// @param next null when everything that is open is done
    /// @param due  lessons and tasks that are late or come due within days, the most pressing first
    record View(
            Role role, @Nullable Next next, List<Due> due, List<Message> messages, List<CourseShelf.CourseView> courses)
            implements HomeResource.Home {}

    record Next(
            UUID lessonId,
            String title,
            UUID courseId,
            String courseTitle,
            NextLesson.Why why,
            @Nullable Instant until,
            int partsLeft,
            int minutesLeft,
            BigDecimal share) {
        static Next of(NextLesson.Found found) {
            var standing = found.standing();
            return new Next(
                    standing.lesson().id(),
                    standing.lesson().title(),
                    found.course().id(),
                    found.course().title(),
                    found.why(),
                    standing.until(),
                    standing.partsLeft(),
                    standing.minutesLeft(),
                    standing.share());
        }
    }

    enum Kind {
        LESSON,
        TASK
    }

    /// @param id     of the lesson or the task
    record Due(
            Kind kind,
            UUID id,
            UUID lessonId,
            @Nullable String blockId,
            String title,
            String courseTitle,
            String subject,
            Instant until,
            @Nullable BigDecimal share) {}

    /// What a teacher reminded the learner of.
    record Message(UUID id, String teacher, UUID courseId, String courseTitle, String text, Instant at) {}

    private final Rows rows;
    private final Studies studies;
    private final ToDo toDo;
    private final Clock clock;

    StudentHome(Rows rows, Studies studies, ToDo toDo, Clock clock) {
        this.rows = rows;
        this.studies = studies;
        this.toDo = toDo;
        this.clock = clock;
    }

    View of(Caller caller) {
        var now = clock.instant();
        var courses = studies.of(caller.id(), caller.schoolId());
        return new View(
                Role.STUDENT,
                NextLesson.of(courses, now).map(Next::of).orElse(null),
                toDo.of(caller.id(), caller.schoolId(), courses, now),
                messages(caller, now),
                courses.stream().map(CourseShelf.CourseView::of).toList());
    }

    private List<Message> messages(Caller caller, Instant now) {
        return rows.list(
                "select r.id, coalesce(p.name, ''), co.id, co.title, r.text, r.at from reminder r"
                        + " join course co on co.id = r.course_id left join person p on p.id = r.teacher_id"
                        + " where r.learner_id = ? and r.school_id = ? and r.at > ? order by r.at desc limit "
                        + MESSAGES_AT_MOST,
                row -> new Message(row.uuid(1), row.text(2), row.uuid(3), row.text(4), row.text(5), row.time(6)),
                caller.id(),
                caller.schoolId(),
                now.minus(MESSAGES_SHOWN));
    }
}
