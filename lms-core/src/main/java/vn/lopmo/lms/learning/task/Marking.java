package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.learning.TaskMarked;
import vn.lopmo.lms.learning.TaskReturned;
import vn.lopmo.lms.learning.task.TaskAccess.PlacedWork;
import vn.lopmo.platform.refusal.Refusal;

/// What a teacher does with a work. Marks leave for the mark book when they are released, and again when a released
/// one is changed.
@ApplicationScoped
class Marking {
    private final WorkFiles files;
    private final WorkPins pins;
    private final Event<TaskMarked> marked;
    private final Event<TaskReturned> returned;
    private final Clock clock;

    Marking(WorkFiles files, WorkPins pins, Event<TaskMarked> marked, Event<TaskReturned> returned, Clock clock) {
        this.files = files;
        this.pins = pins;
        this.marked = marked;
        this.returned = returned;
        this.clock = clock;
    }

    record Judgement(int revision, @Nullable BigDecimal mark, String remark, WorkPins.Remarks remarks) {}

    void judge(PlacedWork placed, Judgement judgement, UUID by) {
        var work = placed.work();
        check(placed.task(), judgement);
        var before = work.mark();
        work.judge(judgement.revision, judgement.mark, judgement.remark, by);
        putPins(work, judgement.remarks, by);
        if (work.state() == TaskWork.State.RELEASED && !Objects.equals(before, work.mark())) {
            tellMark(placed);
        }
    }

    private static void check(Task task, Judgement judgement) {
        var most = task.maxMark();
        if (judgement.mark != null && (most == null || judgement.mark.compareTo(most) > 0)) {
            throw new Refusal.Invalid("task-mark-too-high");
        }
    }

    private void putPins(TaskWork work, WorkPins.Remarks wanted, UUID by) {
        var handedIn =
                files.ofWorks(List.of(work.id())).stream().collect(Collectors.toMap(WorkFile::id, Function.identity()));
        for (var pin : wanted.pins()) {
            checkPlace(handedIn.get(pin.fileId()), pin.page());
        }
        var passages = wanted.passages();
        if (passages != null && !passages.stream().allMatch(passage -> passage.isIn(work.text()))) {
            throw new Refusal.Invalid("work-passage-unknown");
        }
        pins.put(work, wanted, by, clock.instant());
    }

    private void checkPlace(@Nullable WorkFile file, int page) {
        if (file == null) {
            throw new Refusal.NotFound("work-not-found");
        }
        int pages = files.pagesOf(file);
        if (pages == 0) {
            throw new Refusal.Invalid("work-file-without-pages");
        }
        if (page > pages) {
            throw new Refusal.Invalid("work-page-unknown");
        }
    }

    void release(PlacedWork placed) {
        var work = placed.work();
        boolean first = work.state() != TaskWork.State.RELEASED;
        work.release(clock.instant());
        if (first) {
            tellMark(placed);
            tellReturned(placed, false);
        }
    }

    void giveBack(PlacedWork placed, UUID by) {
        placed.work().giveBack(by, clock.instant());
        tellReturned(placed, true);
    }

    private void tellMark(PlacedWork placed) {
        var work = placed.work();
        var mark = work.mark();
        var most = placed.task().maxMark();
        if (mark != null && most != null) {
            marked.fire(new TaskMarked(
                    work.schoolId(),
                    work.learnerId(),
                    work.taskId(),
                    placed.task().title(),
                    placed.course().subject(),
                    work.classId(),
                    mark,
                    most,
                    clock.instant()));
        }
    }

    private void tellReturned(PlacedWork placed, boolean again) {
        var task = placed.task();
        returned.fire(new TaskReturned(
                task.schoolId(),
                task.courseId(),
                task.lessonId(),
                task.id(),
                placed.work().learnerId(),
                task.title(),
                again,
                clock.instant()));
    }
}
