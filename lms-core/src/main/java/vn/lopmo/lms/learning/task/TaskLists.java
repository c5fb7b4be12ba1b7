package vn.lopmo.lms.learning.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// Tasks with what came in: a few statements, however many there are.
@ApplicationScoped
class TaskLists {
    record Line(UUID taskId, String title, UUID lessonId, String courseTitle, String subject, List<OfClass> classes) {}

    /// @param waiting handed in and not yet released or given back
    /// @param mayMark whether the caller looks at the work itself; the head sees how much there is
    record OfClass(
            UUID id, String name, @Nullable Instant dueAt, long learners, int handedIn, int waiting, boolean mayMark) {}

    private record Count(Place place, int handedIn, int waiting) {}

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

    /// A teacher's, of the classes whose work he looks at; for the head all there are.
    List<Line> of(Caller caller) {
        if (!caller.isAny(Role.TEACHER, Role.HEAD)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        Map<UUID, Course> courses =
                access.readable().stream().collect(Collectors.toMap(Course::id, Function.identity()));
        var open = tasks.openIn(courses.keySet());
        if (open.isEmpty()) {
            return List.of();
        }
        var taught = circle.taughtIn(caller, courses.values());
        var sight = new Sight(taught, shown(caller, courses.values(), taught));
        var numbers = numbers(caller, sight, open);
        return open.stream()
                .map(task -> line(task, Objects.requireNonNull(courses.get(task.courseId())), sight, numbers))
                .filter(line -> !line.classes.isEmpty())
                .toList();
    }

    private static Map<UUID, List<UUID>> shown(
            Caller caller, Collection<Course> courses, Map<UUID, List<UUID>> taught) {
        return caller.is(Role.HEAD)
                ? courses.stream().collect(Collectors.toMap(Course::id, each -> List.copyOf(each.classIds())))
                : taught;
    }

    /// Classes by course.
    ///
    /// @param marked those whose work the caller looks at
    private record Sight(Map<UUID, List<UUID>> marked, Map<UUID, List<UUID>> shown) {
        boolean mayMark(UUID courseId, UUID classId) {
            return marked.getOrDefault(courseId, List.of()).contains(classId);
        }

        List<UUID> allShown() {
            return shown.values().stream().flatMap(List::stream).distinct().toList();
        }
    }

    private record Numbers(List<SchoolClass> classes, Map<UUID, Long> learners, Map<Place, Count> counts) {}

    private record Place(UUID taskId, UUID classId) {}

    private Numbers numbers(Caller caller, Sight sight, List<Task> open) {
        var classIds = sight.allShown();
        if (classIds.isEmpty()) {
            return new Numbers(List.of(), Map.of(), Map.of());
        }
        return new Numbers(
                classes.ofIds(classIds, caller.schoolId()).stream()
                        .sorted(SchoolClass.inOrder())
                        .toList(),
                memberships.studentsByClass(classIds),
                counts(open).stream().collect(Collectors.toMap(Count::place, Function.identity())));
    }

    private static Line line(Task task, Course course, Sight sight, Numbers numbers) {
        var shown = sight.shown.getOrDefault(course.id(), List.of());
        var ofClasses = numbers.classes.stream()
                .filter(each -> shown.contains(each.id()))
                .map(each -> ofClass(task, each, numbers, sight.mayMark(course.id(), each.id())))
                .toList();
        return new Line(task.id(), task.title(), task.lessonId(), course.title(), course.subject(), ofClasses);
    }

    private static OfClass ofClass(Task task, SchoolClass each, Numbers numbers, boolean mayMark) {
        var place = new Place(task.id(), each.id());
        var count = numbers.counts.getOrDefault(place, new Count(place, 0, 0));
        return new OfClass(
                each.id(),
                each.name(),
                task.dueAt(each.id()).orElse(null),
                numbers.learners.getOrDefault(each.id(), 0L),
                count.handedIn,
                count.waiting,
                mayMark);
    }

    private List<Count> counts(Collection<Task> open) {
        return rows.list(
                "select task_id, class_id, count(*) filter (where state <> 'GIVEN_BACK'),"
                        + " count(*) filter (where state = 'HANDED_IN') from (select distinct on (task_id, learner_id)"
                        + " task_id, class_id, state from task_work t where task_id = any(?) and exists (select 1"
                        + " from membership m where m.person_id = t.learner_id and m.class_id = t.class_id"
                        + " and m.role = 'STUDENT' and m.ended_at is null)"
                        + " order by task_id, learner_id, number desc) w group by task_id, class_id",
                row -> new Count(new Place(row.uuid(1), row.uuid(2)), row.number(3), row.number(4)),
                (Object) open.stream().map(Task::id).toArray(UUID[]::new));
    }
}
