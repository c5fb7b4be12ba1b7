package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lopmo.lms.learning.StudentHome.Due;
import vn.lopmo.lms.learning.StudentHome.Kind;
import vn.lopmo.lms.learning.Studies.StudiedCourse;
import vn.lopmo.lms.learning.rule.Lock;
import vn.lopmo.lms.learning.rule.Standing;

/// The lessons and tasks of a learner that are late or come due within days: the same list for himself and at home.
@ApplicationScoped
class ToDo {
    private final Instance<DueTasks> tasks;

    ToDo(Instance<DueTasks> tasks) {
        this.tasks = tasks;
    }

    /// The most pressing first.
    ///
    /// @param courses all that he learns
    List<Due> of(UUID learnerId, UUID schoolId, List<StudiedCourse> courses, Instant now) {
        var from = now.minus(NextLesson.LATE_SHOWN);
        var until = now.plus(NextLesson.AHEAD_SHOWN);
        var lessons = courses.stream().flatMap(course -> course.lessons().stream()
                .filter(one -> isPressing(one, from, until))
                .map(one -> due(course, one)));
        var toHandIn = tasks.stream()
                .flatMap(known -> known.of(learnerId, schoolId, from, until).stream())
                .map(ToDo::due);
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
}
