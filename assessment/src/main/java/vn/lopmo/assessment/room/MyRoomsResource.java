package vn.lopmo.assessment.room;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.platform.caller.CurrentCaller;

/// The rooms that somebody watches without leading the assignment, the latest first.
@Path("/my/rooms")
class MyRoomsResource {
    private final Assignments assignments;
    private final Invigilators invigilators;
    private final RoomPolicy policy;
    private final CurrentCaller caller;

    MyRoomsResource(Assignments assignments, Invigilators invigilators, RoomPolicy policy, CurrentCaller caller) {
        this.assignments = assignments;
        this.invigilators = invigilators;
        this.policy = policy;
        this.caller = caller;
    }

    record Line(UUID assignmentId, String title, Instant opensAt, Instant closesAt, int minutes, List<UUID> classIds) {
        static Line of(Assignment assignment) {
            return new Line(
                    assignment.id(),
                    assignment.title(),
                    assignment.time().opensAt(),
                    assignment.time().closesAt(),
                    assignment.time().minutes(),
                    assignment.classes().stream().sorted().toList());
        }
    }

    @GET
    @Transactional
    public List<Line> list() {
        var asking = caller.get();
        policy.checkStaff(asking);
        var watched = invigilators.watchedBy(asking.id());
        return watched.isEmpty()
                ? List.of()
                : assignments.list("id in ?1 and schoolId = ?2", watched, asking.schoolId()).stream()
                        .map(Line::of)
                        .sorted(Comparator.comparing(Line::opensAt).reversed())
                        .toList();
    }
}
