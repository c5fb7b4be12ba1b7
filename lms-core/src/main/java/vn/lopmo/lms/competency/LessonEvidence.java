package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.learning.LessonCompleted;
import vn.lopmo.platform.event.EventHandler;

/// A finished lesson speaks in full for the indicators that it carries. It comes through Kafka although it is
/// lms-core's own: finishing a lesson must not wait for the tracker.
@ApplicationScoped
class LessonEvidence implements EventHandler<LessonCompleted> {
    private final Tracking tracking;

    LessonEvidence(Tracking tracking) {
        this.tracking = tracking;
    }

    @Override
    public String type() {
        return LessonCompleted.TYPE;
    }

    @Override
    public Class<LessonCompleted> body() {
        return LessonCompleted.class;
    }

    @Override
    public void handle(LessonCompleted event, Origin origin) {
        var source = new Evidence.Source(Evidence.Kind.LESSON, event.lessonId(), event.courseId(), event.title());
        var shares = event.indicators().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), indicator -> BigDecimal.ONE));
        tracking.add(new Tracking.Learner(event.schoolId(), event.learnerId()), source, shares, event.completedAt());
    }
}
