package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// A teacher's tasks with what came in: a few statements, however many there are.
@ApplicationScoped
class TaskLists {
    record Line(UUID taskId, String title, UUID lessonId, String courseTitle, String subject, List<OfClass> classes) {}

    /// @param waiting handed in and not yet released or given back
    record OfClass(UUID id, String name, @Nullable Instant dueAt, long learners, int handedIn, int waiting) {}

    private record Count(UUID taskId, UUID classId, int handedIn, int waiting) {}

    private final CourseAccess access;
    private final ClassCircle circle;
    private final Tasks tasks;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Rows rows;

    TaskLists(
            CourseAccess access,
            ClassCircle circle,
            Tasks tasks,
            SchoolClasses classes,
            Memberships memberships,
            Rows rows) {
        this.access = access;
        this.circle = circle;
        this.tasks = tasks;
        this.classes = classes;
        this.memberships = memberships;
        this.rows = rows;
    }

    List<Line> ofTeacher(Caller caller) {
        if (!caller.is(Role.TEACHER)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        Map<UUID, Course> courses =
                access.readable().stream().collect(Collectors.toMap(Course::id, Function.identity()));
        var open = tasks.openIn(courses.keySet());
        var taught = circle.taughtIn(caller, courses.values());
        var classIds = taught.values().stream().flatMap(List::stream).distinct().toList();
        if (open.isEmpty() || classIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, SchoolClass> named = classes.ofIds(classIds, caller.schoolId()).stream()
                .collect(Collectors.toMap(SchoolClass::id, Function.identity()));
        var learners = memberships.studentsByClass(classIds);
        var counts = counts(open);
        return open.stream()
                .filter(task -> !taught.getOrDefault(task.courseId(), List.of()).isEmpty())
                .map(task -> {
                    var course = courses.get(task.courseId());
                    var ofClasses = taught.getOrDefault(task.courseId(), List.of()).stream()
                            .map(named::get)
                            .sorted(SchoolClass.inOrder())
                            .map(each -> ofClass(task, each, learners.getOrDefault(each.id(), 0L), counts))
                            .toList();
                    return new Line(
                            task.id(),
                            task.title(),
                            task.lessonId(),
                            course == null ? "" : course.title(),
                            course == null ? "" : course.subject(),
                            ofClasses);
                })
                .toList();
    }

    private static OfClass ofClass(Task task, SchoolClass each, long learners, List<Count> counts) {
        var count = counts.stream()
                .filter(one -> one.taskId.equals(task.id()) && one.classId.equals(each.id()))
                .findFirst()
                .orElse(new Count(task.id(), each.id(), 0, 0));
        return new OfClass(
                each.id(), each.name(), task.dueAt(each.id()).orElse(null), learners, count.handedIn, count.waiting);
    }

    private List<Count> counts(Collection<Task> open) {
        return rows.list(
                "select task_id, class_id, count(*) filter (where state <> 'GIVEN_BACK'),"
                        + " count(*) filter (where state = 'HANDED_IN') from (select distinct on (task_id, learner_id)"
                        + " task_id, class_id, state from task_work where task_id = any(?)"
                        + " order by task_id, learner_id, number desc) w group by task_id, class_id",
                row -> new Count(row.uuid(1), row.uuid(2), row.number(3), row.number(4)),
                (Object) open.stream().map(Task::id).toArray(UUID[]::new));
    }
}
