package vn.lopmo.assessment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may see and set what a learner needs: those who teach him, the head, the administrator.
@ApplicationScoped
public class NeedsPolicy {
    private final ClassMembers members;

    NeedsPolicy(ClassMembers members) {
        this.members = members;
    }

    static boolean allows(Caller caller, boolean teachesHim) {
        return caller.isAny(Role.HEAD, Role.ADMIN) || caller.is(Role.TEACHER) && teachesHim;
    }

    /// @throws Refusal.NotFound if the school has no such learner, or he is another teacher's
    public void check(Caller caller, UUID learnerId) {
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var asked = List.of(learnerId);
        boolean known = !members.knownLearners(caller.schoolId(), asked).isEmpty();
        if (!known || !allows(caller, !members.taughtBy(caller.id(), asked).isEmpty())) {
            throw new Refusal.NotFound("learner-not-found");
        }
    }
}
