package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Relation;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.time.ClockSource;

/// Opens a mark book for somebody who may.
@ApplicationScoped
public class MarkBooks {
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Teachings teachings;
    private final Rules rules;
    private final Clock clock;

    MarkBooks(SchoolClasses classes, Memberships memberships, Teachings teachings, Rules rules, Clock clock) {
        this.classes = classes;
        this.memberships = memberships;
        this.teachings = teachings;
        this.rules = rules;
        this.clock = clock;
    }

    /// @throws Refusal.NotFound if there is no such class in the caller's school, or no such subject in its grade
    /// @throws Refusal.Forbidden if the caller may not
    public Place toRead(Caller caller, UUID classId, String subject, int term) {
        return open(caller, Verb.READ, classId, subject, term);
    }

    public Place toWrite(Caller caller, UUID classId, String subject, int term) {
        return open(caller, Verb.WRITE, classId, subject, term);
    }

    Place open(Caller caller, Verb verb, UUID classId, String subject, int term) {
        var schoolClass = classes.get(classId, caller.schoolId());
        MarkBookPolicy.check(caller, verb, relation(caller, schoolClass, subject));
        if (term < Slot.FIRST_TERM || term > Slot.SUMMER) {
            throw new Refusal.NotFound("not-found");
        }
        return new Place(schoolClass, rules.of(caller.schoolId(), schoolClass.grade(), subject), term);
    }

    boolean may(Caller caller, Verb verb, Place place) {
        return MarkBookPolicy.allows(caller, verb, relation(caller, place.schoolClass(), place.subject()));
    }

    private Relation relation(Caller caller, SchoolClass schoolClass, String subject) {
        boolean leads = leads(caller, schoolClass);
        boolean teaches = subject.equals(SubjectRule.CONDUCT_SUBJECT)
                ? leads
                : teachings.teaches(caller.id(), schoolClass.id(), subject, today());
        return new Relation(schoolClass.schoolId(), teaches, leads);
    }

    /// In a class that has no homeroom teacher each of its teachers does that work.
    boolean leads(Caller caller, SchoolClass schoolClass) {
        var homeroom = schoolClass.homeroomTeacherId();
        return homeroom == null ? memberships.teaches(caller.id(), schoolClass.id()) : homeroom.equals(caller.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
    }
}
