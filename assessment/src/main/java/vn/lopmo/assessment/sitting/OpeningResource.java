package vn.lopmo.assessment.sitting;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.platform.caller.CurrentCaller;

/// A learner opens what was given to him.
@Path("/assignments")
class OpeningResource {
    private final Assignments assignments;
    private final Openings openings;
    private final CurrentCaller caller;
    private final Clock clock;

    OpeningResource(Assignments assignments, Openings openings, CurrentCaller caller, Clock clock) {
        this.assignments = assignments;
        this.openings = openings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/{assignmentId}/sittings")
    @Transactional
    public Opening open(UUID assignmentId, @Nullable @Valid Entry entry) {
        var asking = caller.get();
        var assignment = assignments.recent(asking.schoolId(), assignmentId);
        return openings.open(asking, assignment, entry == null ? Entry.PLAIN : entry, clock.instant());
    }
}
