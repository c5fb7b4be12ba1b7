package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SubjectGroups;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Gets courses and lessons for the caller in hand, or refuses as [CoursePolicy] says.
@ApplicationScoped
public class CourseAccess {
    private final CurrentCaller callers;
    private final Memberships memberships;
    private final Courses courses;
    private final Lessons lessons;
    private final People people;
    private final SubjectGroups groups;

    CourseAccess(
            CurrentCaller callers,
            Memberships memberships,
            Courses courses,
            Lessons lessons,
            People people,
            SubjectGroups groups) {
        this.groups = groups;
        this.people = people;
        this.callers = callers;
        this.memberships = memberships;
        this.courses = courses;
        this.lessons = lessons;
    }

    public Course course(UUID id, Verb verb) {
        var caller = callers.get();
        var course = courses.get(id, caller.schoolId());
        CoursePolicy.check(caller, verb, course, classesLearntIn(caller), subjectsFor(caller, course));
        return course;
    }

    /// The subjects of the groups that a teacher is in.
    Set<String> subjectsOf(Caller caller) {
        return caller.is(Role.TEACHER)
                ? groups.with(caller.id()).stream()
                        .flatMap(group -> group.subjects().stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Set<String> subjectsFor(Caller caller, Course course) {
        return course.sharing() == CourseSharing.GROUP ? subjectsOf(caller) : Set.of();
    }

    /// A lesson together with its course.
    public record Placed(Lesson lesson, Course course) {}

    public Placed lesson(UUID id, Verb verb) {
        var lesson = lessons.get(id, callers.get().schoolId());
        return new Placed(lesson, course(lesson.courseId(), verb));
    }

    /// The courses that the caller may read: a learner's through his classes, a teacher's own, all for those who
    /// run the school.
    public List<Course> readable() {
        var caller = callers.get();
        if (caller.isAny(Role.HEAD, Role.ADMIN)) {
            return courses.ofSchool(caller.schoolId());
        }
        return caller.is(Role.TEACHER)
                ? courses.ofTeacher(caller.schoolId(), caller.id())
                : courses.ofClasses(caller.schoolId(), classesLearntIn(caller));
    }

    /// Only a learner has any.
    public List<UUID> classesLearntIn(Caller caller) {
        return caller.is(Role.STUDENT) ? classesLearntIn(caller.id()) : List.of();
    }

    public List<UUID> classesLearntIn(UUID learnerId) {
        return memberships.rolesOf(learnerId).stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .map(in -> in.schoolClass().id())
                .toList();
    }

    /// The courses that somebody learns in through his classes.
    public List<UUID> coursesLearntIn(UUID learnerId, UUID schoolId) {
        return courses.ofClasses(schoolId, classesLearntIn(learnerId)).stream()
                .map(Course::id)
                .toList();
    }

    /// @throws Refusal.Invalid if the caller does not teach in one of them
    void checkTeaches(Collection<UUID> classIds) {
        var taught = memberships.taughtBy(callers.get().id()).stream()
                .map(SchoolClass::id)
                .toList();
        if (!taught.containsAll(classIds)) {
            throw new Refusal.Invalid("class-not-taught");
        }
    }

    /// @throws Refusal.Invalid if one of them is no teacher of the caller's school
    void checkTeach(Collection<UUID> personIds) {
        var known = people.ofIds(personIds, callers.get().schoolId()).stream()
                .filter(person -> person.roles().contains(Role.TEACHER))
                .map(Person::id)
                .toList();
        if (!known.containsAll(personIds)) {
            throw new Refusal.Invalid("author-no-teacher");
        }
    }
}
