package vn.lopmo.lms.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.learning.TaskMarked;

/// Keeps the marks of tasks beside those of quizzes, in the transaction that gave them.
@ApplicationScoped
class TaskMarkedHandler {
    private final ReleasedMarks marks;

    TaskMarkedHandler(ReleasedMarks marks) {
        this.marks = marks;
    }

    void handle(@Observes TaskMarked event) {
        marks.find(event.learnerId(), event.taskId())
                .ifPresentOrElse(known -> known.markedAgain(event), () -> marks.persist(ReleasedMark.of(event)));
    }
}
