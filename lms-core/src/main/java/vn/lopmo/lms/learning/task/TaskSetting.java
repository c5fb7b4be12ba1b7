package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.learning.TaskGiven;
import vn.lopmo.platform.refusal.Refusal;

/// Sets what a task asks for, and tells the classes whose day is new.
@ApplicationScoped
class TaskSetting {
    private final Event<TaskGiven> given;
    private final Clock clock;

    TaskSetting(Event<TaskGiven> given, Clock clock) {
        this.given = given;
        this.clock = clock;
    }

    void set(TaskAccess.Placed placed, TaskResource.Wish wish) {
        var task = placed.task();
        task.ask(wish.kinds(), wish.maxMark(), wish.lateAllowed());
        Map<Instant, Set<UUID>> told = new LinkedHashMap<>();
        for (var day : wish.due()) {
            if (!placed.course().classIds().contains(day.classId())) {
                throw new Refusal.Invalid("class-not-in-course");
            }
            var at = day.dueAt();
            if (task.dueAt(day.classId(), at) && at != null) {
                told.computeIfAbsent(at, unused -> new LinkedHashSet<>()).add(day.classId());
            }
        }
        told.forEach((at, classes) -> given.fire(new TaskGiven(
                task.schoolId(),
                task.courseId(),
                task.lessonId(),
                task.id(),
                classes,
                task.title(),
                at,
                clock.instant())));
    }
}
