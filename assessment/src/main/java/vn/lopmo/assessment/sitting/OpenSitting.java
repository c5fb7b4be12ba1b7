package vn.lopmo.assessment.sitting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// What saving an answer has to know of a sitting, kept in memory.
///
/// @param over from when on work is late: the deadline and the grace, or the moment of handing in
record OpenSitting(
        UUID id,
        UUID schoolId,
        UUID learnerId,
        Instant closesAt,
        Instant over,
        @Nullable Instant handedInAt,
        PaperContent paper) {
    static OpenSitting of(Sitting sitting, PaperContent paper) {
        var handedInAt = sitting.handedInAt();
        return new OpenSitting(
                sitting.id(),
                sitting.schoolId(),
                sitting.learnerId(),
                sitting.closesAt(),
                handedInAt == null ? sitting.closesAt().plus(Sitting.GRACE) : handedInAt,
                handedInAt,
                paper);
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
}
