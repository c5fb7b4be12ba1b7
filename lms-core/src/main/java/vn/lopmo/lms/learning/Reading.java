package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.platform.event.Outbox;

/// Takes in what a learner has read, and tells when a version of a lesson is finished.
@ApplicationScoped
class Reading {
    private final Progresses progresses;
    private final Outbox outbox;
    private final Clock clock;

    Reading(Progresses progresses, Outbox outbox, Clock clock) {
        this.progresses = progresses;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What a learner's page reports.
    ///
    /// @param seconds how long this lesson has been read, all in all; the greatest report counts
    record Report(Collection<String> seen, @Nullable String lastBlock, int seconds) {}

    LessonProgress report(Lesson lesson, LessonVersion version, UUID learnerId, Report report) {
        var now = clock.instant();
        var blocks = version.blockIds();
        var progress = progresses.getToChange(lesson, learnerId, now);
        progress.see(report.seen, report.lastBlock, report.seconds, blocks, now);
        if (progress.isDone(blocks) && progresses.markCompleted(lesson, version.version(), learnerId, now)) {
            outbox.publish(LessonCompleted.of(lesson, version, learnerId, now));
        }
        return progress;
    }
}
