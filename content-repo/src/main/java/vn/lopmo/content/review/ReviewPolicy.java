package vn.lopmo.content.review;

import java.util.Set;
import java.util.UUID;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what in a review of his own school. Nobody but a head approves what he submitted himself.
public final class ReviewPolicy {
    public enum Verb {
        READ,
        COMMENT,
        TICK,
        /// Approve, or return with reasons.
        DECIDE,
        RECALL
    }

    private ReviewPolicy() {}

    /// @param reviewers of the subject's group
    public static boolean allows(Caller caller, Verb verb, Review review, Set<UUID> reviewers) {
        boolean submitted = review.submitterId().equals(caller.id());
        boolean ofGroup = caller.isStaff() && reviewers.contains(caller.id());
        boolean decides = mayDecide(caller, review.stage(), ofGroup && !submitted);
        return switch (verb) {
            case READ, COMMENT -> submitted || ofGroup || MaterialPolicy.curates(caller);
            case TICK -> decides || caller.is(Role.LIBRARIAN) && !submitted;
            case DECIDE -> decides;
            case RECALL -> submitted || leads(caller);
        };
    }

    /// @throws Refusal.NotFound if he may not even know of it
    /// @throws Refusal.Forbidden if he may read it, but not do this
    static void check(Caller caller, Verb verb, Review review, Set<UUID> reviewers) {
        if (!allows(caller, Verb.READ, review, reviewers)) {
            throw new Refusal.NotFound("material-not-found");
        }
        if (!allows(caller, verb, review, reviewers)) {
            throw new Refusal.Forbidden("review-not-allowed");
        }
    }

    /// Sets the road and names the groups.
    static boolean leads(Caller caller) {
        return caller.isAny(Role.HEAD, Role.ADMIN);
    }

    static void checkLeads(Caller caller) {
        if (!leads(caller)) {
            throw new Refusal.Forbidden("review-not-allowed");
        }
    }

    /// A head stands in for a group that nobody was named for.
    private static boolean mayDecide(Caller caller, Stage stage, boolean ofGroup) {
        return caller.is(Role.HEAD) || stage == Stage.GROUP && ofGroup;
    }
}
