package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.Studies.StudiedCourse;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Standing;
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
    private final Instance<DueTasks> tasks;
    private final Clock clock;

    StudentHome(Rows rows, Studies studies, Instance<DueTasks> tasks, Clock clock) {
        this.rows = rows;
        this.studies = studies;
        this.tasks = tasks;
        this.clock = clock;
    }

    View of(Caller caller) {
        var now = clock.instant();
        var courses = studies.of(caller.id(), caller.schoolId());
        return new View(
                Role.STUDENT,
                NextLesson.of(courses, now).map(Next::of).orElse(null),
                due(caller, courses, now),
                messages(caller, now),
                courses.stream().map(CourseShelf.CourseView::of).toList());
    }

    private List<Due> due(Caller caller, List<StudiedCourse> courses, Instant now) {
        var from = now.minus(NextLesson.LATE_SHOWN);
        var until = now.plus(NextLesson.AHEAD_SHOWN);
        var lessons = courses.stream().flatMap(course -> course.lessons().stream()
                .filter(one -> isPressing(one, from, until))
                .map(one -> due(course, one)));
        var toHandIn = tasks.stream()
                .flatMap(known -> known.of(caller.id(), caller.schoolId(), from, until).stream())
                .map(StudentHome::due);
        return Stream.concat(lessons, toHandIn)
                .sorted(Comparator.comparing(Due::until))
                .toList();
    }

    private static boolean isPressing(Standing one, Instant from, Instant until) {
        var end = one.until();
        return !one.done()
                && end != null
                && end.isAfter(from)
                && end.isBefore(until)
                && !(one.lock() instanceof Lock.NotYet);
    }

    private static Due due(StudiedCourse course, Standing one) {
        var lesson = one.lesson();
        return new Due(
                Kind.LESSON,
                lesson.id(),
                lesson.id(),
                null,
                lesson.title(),
                course.title(),
                course.subject(),
                one.until() == null ? Instant.MAX : one.until(),
                one.share());
    }

    private static Due due(DueTasks.Due task) {
        return new Due(
                Kind.TASK,
                task.taskId(),
                task.lessonId(),
                task.blockId(),
                task.title(),
                task.courseTitle(),
                task.subject(),
                task.until(),
                null);
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
