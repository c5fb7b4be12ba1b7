package vn.lopmo.lms.learning.diary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import vn.lopmo.lms.learning.diary.DiaryPolicy.Relation;
import vn.lopmo.lms.learning.diary.DiaryPolicy.Verb;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.Subjects;
import vn.lopmo.lms.organisation.Teachings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;

/// Opens the diary of a class for the caller in hand, or refuses as [DiaryPolicy] says.
@ApplicationScoped
class DiaryAccess {
    private final CurrentCaller callers;
    private final SchoolClasses classes;
    private final Memberships memberships;
    private final Teachings teachings;

    DiaryAccess(CurrentCaller callers, SchoolClasses classes, Memberships memberships, Teachings teachings) {
        this.callers = callers;
        this.classes = classes;
        this.memberships = memberships;
        this.teachings = teachings;
    }

    SchoolClass of(UUID classId, Verb verb) {
        var found = classes.get(classId, callers.get().schoolId());
        DiaryPolicy.check(callers.get(), verb, relation(found));
        return found;
    }

    /// To write one subject on one day.
    SchoolClass toWrite(UUID classId, String subject, LocalDate day) {
        var caller = callers.get();
        var found = classes.get(classId, caller.schoolId());
        boolean teaches = teachings.teaches(caller.id(), classId, Subjects.checked(subject), day);
        DiaryPolicy.check(caller, Verb.WRITE, new Relation(found.schoolId(), teaches, leads(caller, found)));
        return found;
    }

    boolean may(SchoolClass found, Verb verb) {
        return DiaryPolicy.allows(callers.get(), verb, relation(found));
    }

    private Relation relation(SchoolClass found) {
        var caller = callers.get();
        return new Relation(found.schoolId(), memberships.teaches(caller.id(), found.id()), leads(caller, found));
    }

    private static boolean leads(Caller caller, SchoolClass found) {
        return caller.id().equals(found.homeroomTeacherId());
    }
}
