package vn.lopmo.lms.learning.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Who may do what in the discussion of a class and with a learner's question. Learners see their own class only;
/// for guardians and for other classes there is nothing here.
final class TalkPolicy {
    /// Long enough to mend a word, too short to unsay what others have answered.
    static final Duration TO_CHANGE = Duration.ofMinutes(30);

    enum Verb {
        READ,
        WRITE,
        /// Hide what somebody wrote, and show it again.
        MODERATE
    }

    private TalkPolicy() {}

    /// @param learns  the caller, in the class
    /// @param teaches the caller, the class
    static void check(Caller caller, Verb verb, UUID schoolOfTalk, boolean learns, boolean teaches) {
        if (!schoolOfTalk.equals(caller.schoolId()) || !(learns || teaches || caller.isStaff())) {
            throw new Refusal.NotFound("talk-not-found");
        }
        boolean may =
                switch (verb) {
                    case READ, WRITE -> learns || teaches;
                    case MODERATE -> teaches;
                };
        if (!may) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /// Whether somebody may still change or take back what he wrote.
    static boolean mayChange(Caller caller, @Nullable UUID author, Instant writtenAt, boolean hidden, Instant now) {
        return caller.id().equals(author) && !hidden && !now.isAfter(writtenAt.plus(TO_CHANGE));
    }
}
