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
    private final Completions completions;
    private final Outbox outbox;
    private final Clock clock;

    Reading(
            Progresses progresses,
            PlayedBlocks played,
            PackageResults results,
            Completions completions,
            Outbox outbox,
            Clock clock) {
        this.progresses = progresses;
        this.played = played;
        this.results = results;
        this.completions = completions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What a learner's page reports.
    ///
    /// @param seconds how long this lesson has been read, all in all; the greatest report counts
    record Report(Collection<String> seen, @Nullable String lastBlock, int seconds) {}

    Completions.Judged report(Lesson lesson, LessonVersion version, UUID learnerId, Report report) {
        var now = clock.instant();
        var progress = progresses.getToChange(lesson, learnerId, now);
        var seen = countable(lesson, version, learnerId, report.seen);
        progress.see(seen, report.lastBlock, report.seconds, version.blockIds(), now);
        return judged(progress, lesson, version, learnerId, now);
    }

    /// A package that was played to its end counts as seen in a lesson that shows it.
    void finished(Lesson lesson, LessonVersion version, UUID learnerId, UUID materialId) {
        var now = clock.instant();
        var progress = progresses.getToChange(lesson, learnerId, now);
        progress.see(played.of(version, lesson.schoolId(), materialId), null, 0, version.blockIds(), now);
        judged(progress, lesson, version, learnerId, now);
    }

    /// Something else that the lesson's rule asks for may have come: a score, a task.
    void lookAgain(Lesson lesson, LessonVersion version, Collection<UUID> learners) {
        var now = clock.instant();
        var ids = List.copyOf(learners);
        completions.judge(ids, version, progresses.ofLesson(lesson.id(), ids)).forEach((learner, judged) -> {
            if (judged.isDone()) {
                tell(lesson, version, learner, now);
            }
        });
    }

    /// What is played is not done by scrolling past it.
    private List<String> countable(Lesson lesson, LessonVersion version, UUID learnerId, Collection<String> seen) {
        var toPlay = played.in(version, lesson.schoolId());
        var done = results.completedBy(learnerId, toPlay.values());
        return seen.stream()
                .filter(block -> !toPlay.containsKey(block) || done.contains(toPlay.get(block)))
                .toList();
    }

    private Completions.Judged judged(
            LessonProgress progress, Lesson lesson, LessonVersion version, UUID learnerId, Instant now) {
        progress.count(version.version(), version.blockIds());
        var judged = completions.judge(learnerId, version, progress);
        if (judged.isDone()) {
            tell(lesson, version, learnerId, now);
        }
        return judged;
    }

    private void tell(Lesson lesson, LessonVersion version, UUID learnerId, Instant now) {
        if (progresses.markCompleted(lesson, version.version(), learnerId, now)) {
            outbox.publish(LessonCompleted.of(lesson, version, learnerId, now));
        }
    }
}
