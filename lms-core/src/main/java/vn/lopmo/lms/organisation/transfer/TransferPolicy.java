package vn.lopmo.lms.organisation.transfer;

import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with pupils on their way between two schools. That an offer is from, or to, the caller's own school
/// is settled before: [PupilTransfers] finds no other.
final class TransferPolicy {
    enum Verb {
        /// Of the school that he leaves.
        OFFER,
        READ_LEAVING,
        WITHDRAW,
        /// Of the school that he comes to.
        READ_ARRIVING,
        TAKE,
        DECLINE
    }

    private TransferPolicy() {}

    static boolean allows(Caller caller, Verb verb) {
        return switch (verb) {
            case OFFER, READ_LEAVING, WITHDRAW -> caller.isAny(Role.HEAD, Role.ADMIN);
            case READ_ARRIVING, TAKE, DECLINE -> caller.is(Role.ADMIN);
        };
    }

    static Caller check(Caller caller, Verb verb) {
        if (!allows(caller, verb)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return caller;
    }
}
