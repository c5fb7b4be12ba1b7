package vn.lopmo.lms.privacy;

import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what with people's data as data. That the row is of the caller's school is settled before.
final class PrivacyPolicy {
    enum Verb {
        /// Write what the school asks consent for.
        WRITE_TEXTS,
        /// See who has agreed.
        READ_CONSENTS,
        READ_REQUESTS,
        ANSWER,
        /// Export, correct or erase.
        CARRY_OUT,
        SET_RETENTION,
        READ_ACCESS_LOG
    }

    private PrivacyPolicy() {}

    static boolean allows(Caller caller, Verb verb) {
        return switch (verb) {
            case WRITE_TEXTS, READ_CONSENTS, READ_REQUESTS, ANSWER, SET_RETENTION, READ_ACCESS_LOG ->
                caller.isAny(Role.HEAD, Role.ADMIN);
            case CARRY_OUT -> caller.is(Role.ADMIN);
        };
    }

    static void check(Caller caller, Verb verb) {
        if (!allows(caller, verb)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// Whether the caller speaks for somebody: for himself, or for a child that he acts for.
    static boolean speaksFor(Caller caller, UUID subjectId, boolean acts) {
        return caller.id().equals(subjectId) || caller.is(Role.GUARDIAN) && acts;
    }
}
