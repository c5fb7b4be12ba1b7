package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.CoursePolicy.Ties;
import vn.lopmo.lms.course.CoursePolicy.Verb;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SubjectGroups;
import vn.lopmo.lms.organisation.Teaching;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Gets courses and lessons for the caller in hand, or refuses as [CoursePolicy] says.
@ApplicationScoped
public class CourseAccess {
    private final CurrentCaller callers;
    private final Memberships memberships;
    private final Courses courses;
    private final Lessons lessons;
    private final People people;
    private final SubjectGroups groups;
    private final Teachings teachings;
    private final Clock clock;

    CourseAccess(
            CurrentCaller callers,
            Memberships memberships,
            Courses courses,
            Lessons lessons,
            People people,
            SubjectGroups groups,
            Teachings teachings,
            Clock clock) {
        this.teachings = teachings;
        this.clock = clock;
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
        CoursePolicy.check(caller, verb, course, ties(caller, course));
        return course;
    }

    private Ties ties(Caller caller, Course course) {
        return new Ties(
                classesLearntIn(caller),
                subjectsFor(caller, course),
                !classesTaughtIn(caller, course).isEmpty());
    }

    /// The classes of a course in which the school has entered the caller for its subject.
    public List<UUID> classesTaughtIn(Caller caller, Course course) {
        return held(caller).stream()
                .filter(each -> each.subject().equals(course.subject()))
                .map(Teaching::classId)
                .filter(course.classIds()::contains)
                .distinct()
                .toList();
    }

    private List<Teaching> held(Caller caller) {
        return caller.is(Role.TEACHER)
                ? teachings.heldOn(caller.id(), LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM))
                : List.of();
    }

    /// The classes whose learners the caller sees in a course: all for who writes it or runs the school, else those
    /// that he teaches its subject.
    public List<UUID> classesSeenIn(Caller caller, Course course) {
        return CoursePolicy.mayEdit(caller, course) || caller.isAny(Role.HEAD, Role.ADMIN)
                ? List.copyOf(course.classIds())
                : classesTaughtIn(caller, course);
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

    /// The courses that the caller may read: a learner's through his classes, a teacher's own and those of others that
    /// he teaches by, all for those who run the school.
    public List<Course> readable() {
        var caller = callers.get();
        if (caller.isAny(Role.HEAD, Role.ADMIN)) {
            return courses.ofSchool(caller.schoolId());
        }
        return caller.is(Role.TEACHER)
                ? writtenOrTaught(caller)
                : courses.ofClasses(caller.schoolId(), classesLearntIn(caller));
    }

    public boolean mayRemind(Course course) {
        var caller = callers.get();
        return CoursePolicy.mayEdit(caller, course)
                || !classesTaughtIn(caller, course).isEmpty();
    }

    private List<Course> writtenOrTaught(Caller caller) {
        var held = held(caller);
        var classIds = held.stream().map(Teaching::classId).distinct().toList();
        var all = new LinkedHashMap<UUID, Course>();
        courses.ofTeacher(caller.schoolId(), caller.id()).forEach(each -> all.put(each.id(), each));
        courses.ofClasses(caller.schoolId(), classIds).stream()
                .filter(course -> held.stream()
                        .anyMatch(each -> each.subject().equals(course.subject())
                                && course.classIds().contains(each.classId())))
                .forEach(each -> all.put(each.id(), each));
        return List.copyOf(all.values());
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
