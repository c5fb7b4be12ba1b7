package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.platform.event.Outbox;

/// Puts people into classes and takes them out, and tells the other services. Doing it twice changes and tells nothing.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Enrolment {
    /// Somebody new and his class.
    public record Entering(Person student, SchoolClass schoolClass) {}

    private final Memberships memberships;
    private final SchoolClasses classes;
    private final LearnerGroups groups;
    private final People people;
    private final Regrouping regrouping;
    private final Outbox outbox;

    Enrolment(
            Memberships memberships,
            SchoolClasses classes,
            LearnerGroups groups,
            People people,
            Regrouping regrouping,
            Outbox outbox) {
        this.memberships = memberships;
        this.classes = classes;
        this.groups = groups;
        this.people = people;
        this.regrouping = regrouping;
        this.outbox = outbox;
    }

    /// A student learns in one class at a time: coming into one he leaves the other, and the groups of those who teach
    /// him no longer.
    ///
    /// @return whether anything changed
    public boolean learn(Person student, SchoolClass schoolClass, Instant now) {
        var before = memberships.openOf(student.id(), ClassRole.STUDENT);
        for (var open : before) {
            if (open.classId().equals(schoolClass.id())) {
                return false;
            }
            leave(open, now);
        }
        start(student, schoolClass, ClassRole.STUDENT, now);
        if (!before.isEmpty()) {
            leaveGroups(student);
        }
        return true;
    }

    private void leaveGroups(Person student) {
        for (var group : groups.with(student.id())) {
            var maker = group.madeBy();
            var roles = people.findByIdOptional(maker).map(Person::roles).orElse(Set.of());
            if (!GroupPolicy.mayKeep(roles, memberships.isTeacherOf(maker, student.id()))) {
                regrouping.change(group.id(), () -> outbox.publish(group.leave(student.id())));
            }
        }
    }

    /// Those who are new to the school come into their first classes.
    public void enter(List<Entering> many, Instant now) {
        memberships.persist(
                many.stream().map(each -> Membership.start(each.student, each.schoolClass, ClassRole.STUDENT, now)));
        outbox.publishAll(many.stream()
                .map(each -> MembershipChanged.of(each.student.id(), each.schoolClass, ClassRole.STUDENT, true))
                .toList());
    }

    /// Who is there to lead it is there to teach, too.
    public boolean teach(Person teacher, SchoolClass schoolClass, Instant now) {
        var there = memberships.openOf(teacher.id(), ClassRole.TEACHER).stream()
                .filter(open -> open.classId().equals(schoolClass.id()))
                .toList();
        there.forEach(Membership::teach);
        return there.isEmpty() && start(teacher, schoolClass, ClassRole.TEACHER, now);
    }

    /// Its homeroom teacher is in the class; one who was there before is there for what he does besides, too.
    void lead(Person teacher, SchoolClass schoolClass, Instant now) {
        if (!memberships.teaches(teacher.id(), schoolClass.id())) {
            memberships.persist(Membership.lead(teacher, schoolClass, now));
            outbox.publish(MembershipChanged.of(teacher.id(), schoolClass, ClassRole.TEACHER, true));
        }
    }

    /// Last lesson of somebody in a class. What he teaches in others stays.
    public void stopTeaching(UUID teacherId, UUID classId, Instant now) {
        memberships.openOf(teacherId, ClassRole.TEACHER).stream()
                .filter(open -> open.classId().equals(classId))
                .forEach(open -> leave(open, now));
    }

    /// Somebody is in no class any more, nor in a group of learners.
    public void leaveAll(Person person, Instant now) {
        memberships.openOf(person.id(), ClassRole.STUDENT).forEach(open -> leave(open, now));
        memberships.openOf(person.id(), ClassRole.TEACHER).forEach(open -> leave(open, now));
        groups.with(person.id()).forEach(group -> outbox.publish(group.leave(person.id())));
    }

    /// The class has another name now.
    public void tell(SchoolClass renamed) {
        outbox.publishAll(memberships.list("classId = ?1 and endedAt is null", renamed.id()).stream()
                .map(each -> MembershipChanged.of(each.personId(), renamed, each.role(), true))
                .toList());
    }

    private boolean start(Person person, SchoolClass schoolClass, ClassRole role, Instant now) {
        memberships.persist(Membership.start(person, schoolClass, role, now));
        outbox.publish(MembershipChanged.of(person.id(), schoolClass, role, true));
        return true;
    }

    private void leave(Membership membership, Instant now) {
        membership.end(now);
        UUID left = membership.classId();
        outbox.publish(MembershipChanged.of(membership.personId(), classes.findById(left), membership.role(), false));
    }
}
