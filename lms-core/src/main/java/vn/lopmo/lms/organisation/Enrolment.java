package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.platform.event.Outbox;

/// Puts people into classes and takes them out, and tells the other services. Doing it twice changes and tells nothing.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Enrolment {
    private final Memberships memberships;
    private final SchoolClasses classes;
    private final LearnerGroups groups;
    private final People people;
    private final Outbox outbox;

    Enrolment(Memberships memberships, SchoolClasses classes, LearnerGroups groups, People people, Outbox outbox) {
        this.memberships = memberships;
        this.classes = classes;
        this.groups = groups;
        this.people = people;
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
                outbox.publish(group.leave(student.id()));
            }
        }
    }

    public boolean teach(Person teacher, SchoolClass schoolClass, Instant now) {
        return !memberships.teaches(teacher.id(), schoolClass.id())
                && start(teacher, schoolClass, ClassRole.TEACHER, now);
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
