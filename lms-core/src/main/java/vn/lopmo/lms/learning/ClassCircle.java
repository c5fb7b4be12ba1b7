package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

/// Who of a course belongs to one class: its learners, and the teachers who look at their work and answer them.
@ApplicationScoped
public class ClassCircle {
    private final CourseAccess access;
    private final Memberships memberships;
    private final Teachings teachings;
    private final Clock clock;

    ClassCircle(CourseAccess access, Memberships memberships, Teachings teachings, Clock clock) {
        this.access = access;
        this.memberships = memberships;
        this.teachings = teachings;
        this.clock = clock;
    }

    /// The classes of the course that the caller learns in: one, as a rule.
    public List<UUID> learntIn(Caller caller, Course course) {
        var of = course.classIds();
        return access.classesLearntIn(caller).stream().filter(of::contains).toList();
    }

    /// The classes of the course whose work the caller looks at.
    public List<UUID> taughtIn(Caller caller, Course course) {
        return taughtIn(caller, List.of(course)).getOrDefault(course.id(), List.of());
    }

    /// The same of several courses, by course; where the caller writes them, in one statement.
    public Map<UUID, List<UUID>> taughtIn(Caller caller, Collection<Course> courses) {
        if (!caller.is(Role.TEACHER)) {
            return Map.of();
        }
        var taught =
                memberships.taughtBy(caller.id()).stream().map(SchoolClass::id).collect(Collectors.toSet());
        return courses.stream().collect(Collectors.toMap(Course::id, course -> course.classIds().stream()
                .filter(taught::contains)
                .filter(classId -> concerns(caller, course, classId))
                .sorted()
                .toList()));
    }

    /// A teacher of the class who writes the course or teaches its subject there.
    public boolean teaches(Caller caller, Course course, UUID classId) {
        return caller.is(Role.TEACHER)
                && memberships.teaches(caller.id(), classId)
                && concerns(caller, course, classId);
    }

    private boolean concerns(Caller caller, Course course, UUID classId) {
        return course.isWrittenBy(caller.id())
                || teachings.teaches(caller.id(), classId, course.subject(), LocalDate.now(clock));
    }
}
