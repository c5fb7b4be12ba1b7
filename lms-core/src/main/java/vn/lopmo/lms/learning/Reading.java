package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Lesson;
import vn.lopmo.lms.course.LessonVersion;
import vn.lopmo.lms.course.PlayedBlocks;
import vn.lopmo.platform.event.Outbox;

/// Takes in what a learner has read, and tells when a version of a lesson is finished.
@ApplicationScoped
class Reading {
    private final Progresses progresses;
    private final PlayedBlocks played;
    private final PackageResults results;
    private final Outbox outbox;
    private final Clock clock;

    Reading(Progresses progresses, PlayedBlocks played, PackageResults results, Outbox outbox, Clock clock) {
        this.progresses = progresses;
        this.played = played;
        this.results = results;
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
        progress.see(countable(lesson, version, learnerId, report.seen), report.lastBlock, report.seconds, blocks, now);
        tellIfDone(progress, lesson, version, learnerId, now);
        return progress;
    }

    /// A package that was played to its end counts as seen in a lesson that shows it.
    void finished(Lesson lesson, LessonVersion version, UUID learnerId, UUID materialId) {
        var now = clock.instant();
        var progress = progresses.getToChange(lesson, learnerId, now);
        progress.see(played.of(version, lesson.schoolId(), materialId), null, 0, version.blockIds(), now);
        tellIfDone(progress, lesson, version, learnerId, now);
    }

    /// What is played is not done by scrolling past it.
    private List<String> countable(Lesson lesson, LessonVersion version, UUID learnerId, Collection<String> seen) {
        var toPlay = played.in(version, lesson.schoolId());
        var done = results.completedBy(learnerId, toPlay.values());
        return seen.stream()
                .filter(block -> !toPlay.containsKey(block) || done.contains(toPlay.get(block)))
                .toList();
    }

    private void tellIfDone(
            LessonProgress progress, Lesson lesson, LessonVersion version, UUID learnerId, Instant now) {
        if (progress.isDone(version.blockIds())
                && progresses.markCompleted(lesson, version.version(), learnerId, now)) {
            outbox.publish(LessonCompleted.of(lesson, version, learnerId, now));
        }
    }
}
