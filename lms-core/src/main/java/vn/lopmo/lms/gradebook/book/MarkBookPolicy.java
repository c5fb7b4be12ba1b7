package vn.lopmo.lms.gradebook.book;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a mark book. Never a learner or a guardian: they have pages of their own, with what is theirs.
final class MarkBookPolicy {
    enum Verb {
        READ,
        /// Enter marks and comments, undo, take over, bring sheets in.
        WRITE,
        /// Show a column to learners and guardians.
        RELEASE,
        /// Record what people award the pupils of the class.
        AWARD,
        /// Close a term, and open it again.
        LOCK,
        /// Say how many periods a subject has, and the school's own comments.
        SET_RULES
    }

    private MarkBookPolicy() {}

    /// What the caller is to the book.
    ///
    /// @param teaches the subject in the class; of conduct: leads the class
    /// @param leads the class as homeroom teacher
    record Relation(UUID booksSchool, boolean teaches, boolean leads) {}

    static boolean allows(Caller caller, Verb verb, Relation relation) {
        if (!relation.booksSchool.equals(caller.schoolId())) {
            return false;
        }
        boolean teacher = caller.is(Role.TEACHER);
        return switch (verb) {
            case READ -> caller.isAny(Role.HEAD, Role.ADMIN) || teacher && (relation.teaches || relation.leads);
            case WRITE -> caller.is(Role.ADMIN) || teacher && relation.teaches;
            case RELEASE -> caller.isAny(Role.HEAD, Role.ADMIN) || teacher && relation.teaches;
            case AWARD -> caller.is(Role.HEAD) || teacher && relation.leads;
            case LOCK -> caller.is(Role.HEAD);
            case SET_RULES -> caller.isAny(Role.HEAD, Role.ADMIN);
        };
    }

    /// @throws Refusal.NotFound for another school's book
    static void check(Caller caller, Verb verb, Relation relation) {
        if (!relation.booksSchool.equals(caller.schoolId())) {
            throw new Refusal.NotFound("class-not-found");
        }
        if (!allows(caller, verb, relation)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }
}
