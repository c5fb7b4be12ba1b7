package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.AssignmentNeeds;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.roster.LearnerNeeds;
import vn.lopmo.assessment.roster.LearnerNeeds.Standing;
import vn.lopmo.assessment.sitting.RoomEntry.About;
import vn.lopmo.assessment.sitting.RoomEntry.Detail;
import vn.lopmo.assessment.sitting.RoomEntry.Kind;
import vn.lopmo.platform.caller.Caller;

/// Granting a learner what he needs. Whoever sits gets his new deadline at once, and the room's minutes say so: an
/// invigilator looks there. Why it was granted is nobody's business in a room. Runs in the caller's transaction.
@ApplicationScoped
class Granting {
    private final AssignmentNeeds here;
    private final LearnerNeeds always;
    private final Takers takers;
    private final Deadlines deadlines;
    private final RoomEntries minutes;
    private final Event<NeedsChanged> changed;

    Granting(
            AssignmentNeeds here,
            LearnerNeeds always,
            Takers takers,
            Deadlines deadlines,
            RoomEntries minutes,
            Event<NeedsChanged> changed) {
        this.here = here;
        this.always = always;
        this.takers = takers;
        this.deadlines = deadlines;
        this.minutes = minutes;
        this.changed = changed;
    }

    /// At one assignment, which nobody else changes meanwhile.
    ///
    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if he could never begin
    /// @throws vn.lopmo.platform.refusal.Refusal.Conflict if he could begin although others have seen the keys
    void here(Assignment assignment, UUID learnerId, Needs needs, @Nullable String note, Caller by, Instant now) {
        assignment.windowFor(needs); // refuses a window that is empty
        var before = had(assignment, learnerId);
        here.put(assignment, learnerId, needs, note, by, now);
        settle(before, learnerId, by, now);
    }

    /// At one assignment back to what he is always granted.
    void asAlways(Assignment assignment, UUID learnerId, Caller by, Instant now) {
        var before = had(assignment, learnerId);
        here.remove(assignment, learnerId);
        settle(before, learnerId, by, now);
    }

    /// Wherever nothing else was granted.
    void always(UUID learnerId, Standing standing, Caller by, Instant now) {
        var before = deadlines.sat(by.schoolId(), learnerId, now).stream()
                .map(assignment -> had(assignment, learnerId))
                .toList();
        always.put(learnerId, standing, by, now);
        before.forEach(one -> settle(one, learnerId, by, now));
    }

    private record Had(Assignment assignment, Needs needs) {}

    private Had had(Assignment assignment, UUID learnerId) {
        return new Had(assignment, takers.needs(assignment, learnerId));
    }

    private void settle(Had before, UUID learnerId, Caller by, Instant now) {
        var assignment = before.assignment;
        var needs = takers.needs(assignment, learnerId);
        if (needs.equals(before.needs)) {
            return;
        }
        deadlines.renew(assignment, learnerId, needs);
        var about = new About(assignment.schoolId(), assignment.id(), learnerId, null);
        minutes.add(new RoomEntry(Kind.NEEDS, about, Detail.needs(needs), by.id(), now));
        changed.fire(new NeedsChanged(assignment.schoolId(), assignment.id(), learnerId, now));
    }
}
