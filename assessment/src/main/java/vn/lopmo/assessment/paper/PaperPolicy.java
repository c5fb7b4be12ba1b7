package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with a paper. A paper is a secret until it is taken: a teacher sees his own, heads and
/// administrators all of the school's.
@ApplicationScoped
class PaperPolicy {
    boolean maySee(Caller caller, Paper paper) {
        return caller.schoolId().equals(paper.schoolId())
                && (readsAll(caller) || caller.is(Role.TEACHER) && caller.id().equals(paper.authorId()));
    }

    boolean readsAll(Caller caller) {
        return caller.isAny(Role.HEAD, Role.ADMIN);
    }

    boolean mayWrite(Caller caller) {
        return caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN);
    }

    void checkWriter(Caller caller) {
        if (!mayWrite(caller)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    void check(Caller caller, Paper paper) {
        checkWriter(caller);
        if (!maySee(caller, paper)) {
            throw new Refusal.NotFound("paper-not-found");
        }
    }
}
