package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.Block;
import vn.lopmo.lms.course.LessonPublished;
import vn.lopmo.lms.learning.TaskGiven;

/// Keeps the tasks in step with what lessons show, in the transaction that publishes.
@ApplicationScoped
class TaskOpening {
    private final Tasks tasks;
    private final CopiedTasks copied;
    private final Event<TaskGiven> given;

    TaskOpening(Tasks tasks, CopiedTasks copied, Event<TaskGiven> given) {
        this.tasks = tasks;
        this.copied = copied;
        this.given = given;
    }

    void keepInStep(@Observes LessonPublished lesson) {
        Map<String, Task> known = tasks.ofLesson(lesson.lessonId()).stream()
                .collect(Collectors.toMap(Task::blockId, Function.identity()));
        var shown = lesson.blocks().stream()
                .filter(Block.Task.class::isInstance)
                .map(Block.Task.class::cast)
                .toList();
        for (var block : shown) {
            var task = known.get(block.id());
            if (task == null) {
                open(lesson, block);
            } else {
                task.says(block);
            }
        }
        var ids = shown.stream().map(Block.Task::id).toList();
        known.values().stream().filter(task -> !ids.contains(task.blockId())).forEach(Task::close);
    }

    private void open(LessonPublished lesson, Block.Task block) {
        var task = Task.of(lesson, block);
        var day = copied.take(task, lesson);
        tasks.persist(task);
        given.fire(new TaskGiven(
                task.schoolId(),
                task.courseId(),
                task.lessonId(),
                task.id(),
                List.copyOf(lesson.classIds()),
                task.title(),
                day,
                lesson.at()));
    }
}
