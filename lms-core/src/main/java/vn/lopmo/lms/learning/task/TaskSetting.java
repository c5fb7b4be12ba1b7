package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.platform.refusal.Refusal;

/// Sets what a task asks for, and its classes' days.
@ApplicationScoped
class TaskSetting {
    private final MovingDays moving;

    TaskSetting(MovingDays moving) {
        this.moving = moving;
    }

    void set(TaskAccess.Placed placed, TaskResource.Wish wish) {
        var task = placed.task();
        task.ask(wish.kinds(), wish.maxMark(), wish.lateAllowed());
        if (!wish.due().stream().allMatch(day -> placed.course().classIds().contains(day.classId()))) {
            throw new Refusal.Invalid("class-not-in-course");
        }
        moving.move(task, () -> wish.due().forEach(day -> task.dueAt(day.classId(), day.dueAt())));
    }
}
