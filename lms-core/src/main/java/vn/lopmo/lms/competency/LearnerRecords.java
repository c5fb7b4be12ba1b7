package vn.lopmo.lms.competency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.lms.organisation.Guardianships;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Opens a learner's record for the caller in hand, or refuses; each opening by staff leaves a line.
@ApplicationScoped
class LearnerRecords {
    private final CurrentCaller callers;
    private final People people;
    private final Memberships memberships;
    private final Guardianships guardianships;
    private final RecordReads reads;

    LearnerRecords(
            CurrentCaller callers,
            People people,
            Memberships memberships,
            Guardianships guardianships,
            RecordReads reads) {
        this.callers = callers;
        this.people = people;
        this.memberships = memberships;
        this.guardianships = guardianships;
        this.reads = reads;
    }

    /// A learner and the class that he is in now, if he is in one.
    record Learner(UUID id, UUID schoolId, String name, Optional<SchoolClass> schoolClass) {}

    Learner own() {
        var caller = callers.get();
        if (!caller.is(Role.STUDENT)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return learner(people.get(caller.id(), caller.schoolId()));
    }

    /// @param what what is looked at, for the log
    Learner open(UUID learnerId, String what) {
        var caller = callers.get();
        var person = people.get(learnerId, caller.schoolId());
        var relation = new LearnerRecordPolicy.Relation(
                learnerId,
                person.schoolId(),
                memberships.isTeacherOf(caller.id(), learnerId),
                guardianships.guards(caller.id(), learnerId));
        LearnerRecordPolicy.check(caller, relation);
        if (LearnerRecordPolicy.isLogged(caller, relation)) {
            reads.note(caller, learnerId, what);
        }
        return learner(person);
    }

    private Learner learner(Person person) {
        var inClass = memberships.rolesOf(person.id()).stream()
                .filter(in -> in.role() == ClassRole.STUDENT)
                .map(Memberships.InClass::schoolClass)
                .findFirst();
        return new Learner(person.id(), person.schoolId(), person.name(), inClass);
    }
}
