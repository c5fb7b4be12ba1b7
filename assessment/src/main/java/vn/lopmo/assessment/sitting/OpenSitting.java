package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// What saving an answer has to know of a sitting, kept in memory.
///
/// @param over from when on work is late: the deadline and the grace, or the moment of handing in
/// @param device the only one that may save, if it is tied to one
record OpenSitting(
        UUID id,
        UUID schoolId,
        UUID assignmentId,
        UUID learnerId,
        Instant closesAt,
        Instant over,
        @Nullable Instant pausedAt,
        @Nullable Instant handedInAt,
        @Nullable String device,
        @Nullable Message message,
        PaperContent paper) {
    /// What the invigilator says to all.
    record Message(String text, Instant at) {
        static @Nullable Message of(Assignment assignment) {
            var text = assignment.roomMessage();
            var at = assignment.roomMessageAt();
            return text == null || at == null ? null : new Message(text, at);
        }
    }

    static OpenSitting of(Sitting sitting, Assignment assignment, PaperContent paper) {
        return new OpenSitting(
                sitting.id(),
                sitting.schoolId(),
                sitting.assignmentId(),
                sitting.learnerId(),
                sitting.closesAt(),
                over(sitting),
                sitting.pausedAt(),
                sitting.handedInAt(),
                sitting.device(),
                Message.of(assignment),
                paper);
    }

    private static Instant over(Sitting sitting) {
        var handedInAt = sitting.handedInAt();
        if (handedInAt != null) {
            return handedInAt;
        }
        return sitting.pausedAt() == null ? sitting.closesAt().plus(Sitting.GRACE) : Instant.MAX;
    }

    /// @throws Refusal.NotFound for everybody but the learner: that it exists is nobody's business
    void checkOwner(Caller caller) {
        if (!caller.id().equals(learnerId) || !caller.schoolId().equals(schoolId)) {
            throw new Refusal.NotFound("sitting-not-found");
        }
    }

    boolean isLate(Instant now) {
        return handedInAt != null || now.isAfter(over);
    }

    /// Whether it is tied to a device that is not this one.
    boolean isElsewhere(@Nullable String asking) {
        return device != null && !device.equals(asking);
    }
}
