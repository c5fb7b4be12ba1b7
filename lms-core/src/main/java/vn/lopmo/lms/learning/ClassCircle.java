package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// The same of several courses, by course, in a few statements.
    public Map<UUID, List<UUID>> taughtIn(Caller caller, Collection<Course> courses) {
        return caller.is(Role.TEACHER) ? taughtIn(caller, courses, memberships.taughtBy(caller.id())) : Map.of();
    }

    /// @param classes that the caller is a teacher of
    Map<UUID, List<UUID>> taughtIn(Caller caller, Collection<Course> courses, Collection<SchoolClass> classes) {
        var taught = classes.stream().map(SchoolClass::id).collect(Collectors.toSet());
        var hand = courses.stream().allMatch(course -> course.isWrittenBy(caller.id()))
                ? new Hand(Set.of(), Set.of())
                : hand(caller, taught);
        return courses.stream().collect(Collectors.toMap(Course::id, course -> course.classIds().stream()
                .filter(taught::contains)
                .filter(classId -> course.isWrittenBy(caller.id()) || hand.has(classId, course.subject()))
                .sorted()
                .toList()));
    }

    private record Place(UUID classId, String subject) {}

    /// What somebody teaches.
    ///
    /// @param whole classes for which the school has entered nothing
    private record Hand(Set<Place> places, Set<UUID> whole) {
        boolean has(UUID classId, String subject) {
            return whole.contains(classId) || places.contains(new Place(classId, subject));
        }
    }

    private Hand hand(Caller caller, Set<UUID> taught) {
        if (taught.isEmpty()) {
            return new Hand(Set.of(), Set.of());
        }
        var places = teachings.heldOn(caller.id(), LocalDate.now(clock)).stream()
                .map(each -> new Place(each.classId(), each.subject()))
                .collect(Collectors.toSet());
        return new Hand(places, teachings.withoutAny(taught));
    }

    /// A teacher of the class who writes the course or teaches its subject there.
    public boolean teaches(Caller caller, Course course, UUID classId) {
        return caller.is(Role.TEACHER)
                && memberships.teaches(caller.id(), classId)
                && concerns(caller, course, classId);
    }

    /// Who hears of what comes from a class: all who write the course, and whom the school has entered for its subject
    /// there. Each once.
    public Set<UUID> concerned(Course course, UUID classId) {
        var all = new LinkedHashSet<>(course.authorIds());
        all.add(course.teacherId());
        var here = memberships.teachersOf(classId);
        teachings.holding(classId, course.subject(), LocalDate.now(clock)).stream()
                .filter(here::contains)
                .forEach(all::add);
        return all;
    }

    private boolean concerns(Caller caller, Course course, UUID classId) {
        return course.isWrittenBy(caller.id())
                || teachings.teaches(caller.id(), classId, course.subject(), LocalDate.now(clock));
    }
}
