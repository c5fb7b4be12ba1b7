package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.TaskHandedIn;
import vn.lopmo.platform.refusal.Refusal;

/// Takes in what a learner hands in: once, however often it is sent; again for as long as it is not due or marked,
/// and when it was given back.
@ApplicationScoped
class HandingIn {
    /// What was finished in time on a device without a network is taken when it comes, marked as late, with both
    /// times for the teacher to judge.
    private static final Duration ON_THE_WAY = Duration.ofDays(7);

    private static final Duration LEFTOVERS = Duration.ofDays(1);

    record Sending(UUID key, String text, List<UUID> files, Instant finishedAt) {}

    private final TaskWorks works;
    private final WorkFiles files;
    private final TaskDays days;
    private final WorkForms forms;
    private final Event<TaskHandedIn> handedIn;
    private final Clock clock;

    HandingIn(
            TaskWorks works,
            WorkFiles files,
            TaskDays days,
            WorkForms forms,
            Event<TaskHandedIn> handedIn,
            Clock clock) {
        this.works = works;
        this.files = files;
        this.days = days;
        this.forms = forms;
        this.handedIn = handedIn;
        this.clock = clock;
    }

    /// Whether the learner may hand in, or hand in again, at a moment.
    static boolean isOpen(Task task, @Nullable TaskWork latest, Optional<Instant> due, Instant at) {
        boolean inTime = due.map(day -> !at.isAfter(day)).orElse(true);
        if (!task.isOpen()) {
            return false;
        }
        if (latest == null || latest.state() == TaskWork.State.GIVEN_BACK) {
            return inTime || task.lateAllowed() || latest != null;
        }
        return latest.state() == TaskWork.State.HANDED_IN && !latest.isBeingMarked() && inTime;
    }

    TaskWork take(Task task, UUID learnerId, UUID classId, Sending sending) {
        var now = clock.instant();
        var latest = works.latest(learnerId, task.id()).map(work -> works.getToChange(work.id(), work.schoolId()));
        if (latest.isPresent() && latest.get().sentAs().equals(sending.key)) {
            return latest.get();
        }
        var due = Optional.ofNullable(days.of(learnerId, List.of(new TaskDays.Place(task.id(), classId)))
                .get(task.id()));
        check(task, latest.orElse(null), due, sending, now);
        if (!sending.text.isEmpty()) {
            forms.check(task, learnerId, WorkKind.TEXT);
        }
        var work = latest.filter(known -> known.state() == TaskWork.State.HANDED_IN)
                .orElseGet(() -> TaskWork.begin(
                        task, learnerId, classId, latest.map(TaskWork::number).orElse(0) + 1, now));
        work.handIn(
                sending.key,
                sending.text,
                sending.finishedAt,
                due.filter(now::isAfter).isPresent(),
                now);
        works.persistAndFlush(work);
        attach(task, work, sending.files, now);
        handedIn.fire(new TaskHandedIn(
                task.schoolId(),
                task.courseId(),
                task.lessonId(),
                task.id(),
                classId,
                task.title(),
                learnerId,
                work.isLate(),
                now));
        return work;
    }

    private static void check(
            Task task, @Nullable TaskWork latest, Optional<Instant> due, Sending sending, Instant now) {
        if (latest != null && latest.state() != TaskWork.State.GIVEN_BACK && latest.isBeingMarked()) {
            throw new Refusal.Conflict("work-being-marked");
        }
        boolean onTheWay = !sending.finishedAt.isAfter(now)
                && !sending.finishedAt.isBefore(now.minus(ON_THE_WAY))
                && isOpen(task, latest, due, sending.finishedAt);
        if (!isOpen(task, latest, due, now) && !onTheWay) {
            throw new Refusal.Conflict("task-closed");
        }
        if (sending.text.isEmpty() && sending.files.isEmpty()) {
            throw new Refusal.Invalid("work-empty");
        }
    }

    /// What the learner has taken out goes; what he sent for a next try on another device a moment ago stays.
    private void attach(Task task, TaskWork work, List<UUID> wanted, Instant now) {
        var sent = files.of(work.learnerId(), task.id());
        for (var id : wanted) {
            var file = sent.stream().filter(one -> one.id().equals(id)).findFirst();
            if (file.isEmpty()
                    || !(file.get().workId() == null
                            || work.id().equals(file.get().workId()))) {
                throw new Refusal.NotFound("work-not-found");
            }
            if (file.get().workId() == null) {
                forms.check(task, work.learnerId(), file.get().kind());
            }
            file.get().belongTo(work, wanted.indexOf(id));
        }
        files.flush();
        files.remove(sent.stream()
                .filter(file -> !wanted.contains(file.id()))
                .filter(file -> work.id().equals(file.workId())
                        || (file.workId() == null && file.addedAt().isBefore(now.minus(LEFTOVERS))))
                .toList());
    }
}
