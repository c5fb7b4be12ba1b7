package vn.lopmo.lms.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.lms.course.PublishedLesson;

/// How far one learner is in some lessons, and which comes next.
///
/// @param byLesson progress where there is any
record LearningPath(Map<UUID, LessonProgress> byLesson) {

    boolean isDone(PublishedLesson lesson) {
        return progress(lesson).filter(known -> known.isDone(lesson.blockIds())).isPresent();
    }

    BigDecimal share(PublishedLesson lesson) {
        return progress(lesson).map(known -> known.shareOf(lesson.blockIds())).orElse(BigDecimal.ZERO);
    }

    int partsLeft(PublishedLesson lesson) {
        int seen =
                progress(lesson).map(known -> known.seenOf(lesson.blockIds())).orElse(0);
        return lesson.blockIds().size() - seen;
    }

    /// Rounded up, so that nobody is promised too little.
    int minutesLeft(PublishedLesson lesson) {
        int parts = Math.max(1, lesson.blockIds().size());
        return Math.ceilDiv(lesson.minutes() * partsLeft(lesson), parts);
    }

    /// What to go on with: the unfinished lesson that was read last; if none is begun, the first unfinished one
    /// after what was read last, in the same course before any other.
    Optional<PublishedLesson> next(List<PublishedLesson> inOrder) {
        var open = inOrder.stream().filter(lesson -> !isDone(lesson)).toList();
        var begun =
                open.stream().filter(lesson -> progress(lesson).isPresent()).max(Comparator.comparing(this::seenAt));
        return begun.or(() -> afterTheLast(inOrder, open));
    }

    private Optional<PublishedLesson> afterTheLast(List<PublishedLesson> inOrder, List<PublishedLesson> open) {
        var lastCourse = inOrder.stream()
                .filter(lesson -> progress(lesson).isPresent())
                .max(Comparator.comparing(this::seenAt))
                .map(PublishedLesson::courseId);
        return lastCourse
                .flatMap(course -> open.stream()
                        .filter(lesson -> lesson.courseId().equals(course))
                        .findFirst())
                .or(() -> open.stream().findFirst());
    }

    private Instant seenAt(PublishedLesson lesson) {
        return progress(lesson).map(LessonProgress::seenAt).orElse(Instant.MIN);
    }

    private Optional<LessonProgress> progress(PublishedLesson lesson) {
        return Optional.ofNullable(byLesson.get(lesson.id()));
    }
}
