package vn.lopmo.assessment.room;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.Takers;
import vn.lopmo.assessment.sitting.RoomEntries;
import vn.lopmo.assessment.sitting.RoomEntry;
import vn.lopmo.assessment.sitting.Sitting;
import vn.lopmo.assessment.sitting.Sittings;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Rooms, for those who may enter them. Runs in the caller's transaction.
@ApplicationScoped
class Rooms {
    private final Assignments assignments;
    private final Sittings sittings;
    private final RoomPolicy policy;
    private final RoomBoard board;
    private final RoomEntries entries;
    private final Takers takers;
    private final Invigilators invigilators;

    Rooms(
            Assignments assignments,
            Sittings sittings,
            RoomPolicy policy,
            RoomBoard board,
            RoomEntries entries,
            Takers takers,
            Invigilators invigilators) {
        this.assignments = assignments;
        this.sittings = sittings;
        this.policy = policy;
        this.board = board;
        this.entries = entries;
        this.takers = takers;
        this.invigilators = invigilators;
    }

    /// @throws Refusal.Forbidden for learners
    /// @throws Refusal.NotFound for staff who have no part in it
    Assignment watched(Caller caller, UUID assignmentId) {
        policy.checkStaff(caller);
        var assignment = assignments.get(caller.schoolId(), assignmentId);
        policy.checkWatch(caller, assignment);
        return assignment;
    }

    /// The same, in a transaction of its own.
    Assignment watchedApart(Caller caller, UUID assignmentId) {
        return QuarkusTransaction.requiringNew().call(() -> watched(caller, assignmentId));
    }

    Assignment led(Caller caller, UUID assignmentId) {
        policy.checkStaff(caller);
        var assignment = assignments.get(caller.schoolId(), assignmentId);
        policy.checkLead(caller, assignment);
        return assignment;
    }

    /// A sitting and what it is of.
    record Seat(Sitting sitting, Assignment assignment) {}

    /// A sitting of a room that he watches, as it is: to change it, hold it.
    Seat watchedSeat(Caller caller, UUID sittingId) {
        policy.checkStaff(caller);
        var sitting = sittings.get(caller.schoolId(), sittingId);
        var assignment = assignments.get(caller.schoolId(), sitting.assignmentId());
        if (!policy.mayWatch(caller, assignment)) {
            throw new Refusal.NotFound("sitting-not-found");
        }
        return new Seat(sitting, assignment);
    }

    Seat ledSeat(Caller caller, UUID sittingId) {
        policy.checkStaff(caller);
        var sitting = sittings.get(caller.schoolId(), sittingId);
        var assignment = assignments.get(caller.schoolId(), sitting.assignmentId());
        if (!policy.mayLead(caller, assignment)) {
            throw new Refusal.NotFound("sitting-not-found");
        }
        return new Seat(sitting, assignment);
    }

    /// @param learner null is nobody in particular
    /// @throws Refusal.NotFound if he has no part in it
    void checkTakes(Assignment assignment, @Nullable UUID learner) {
        if (learner != null && !takers.taker(assignment, learner).invited()) {
            throw new Refusal.NotFound("learner-not-found");
        }
    }

    RoomView view(Assignment assignment, Instant now) {
        var rows = new LinkedHashMap<UUID, RoomRow>();
        var needs = takers.needs(assignment);
        for (var learner : takers.of(assignment)) {
            var his = assignment.windowFor(Objects.requireNonNullElse(needs.get(learner), Needs.NONE));
            rows.put(learner, RoomRow.notStarted(learner, !now.isBefore(his.closesAt())));
        }
        rows.putAll(board.rows(assignment, now));
        return view(assignment, new ArrayList<>(rows.values()), now);
    }

    private RoomView view(Assignment assignment, ArrayList<RoomRow> rows, Instant now) {
        var time = assignment.time();
        var conditions = assignment.conditions();
        return new RoomView(
                assignment.id(),
                assignment.title(),
                board.classNames(assignment),
                now,
                time.opensAt(),
                time.closesAt(),
                time.minutes(),
                assignment.pausedAt(),
                conditions.mode(),
                conditions.oneDevice(),
                conditions.addresses(),
                conditions.passcode(),
                invigilators.of(assignment.id()),
                RoomView.Message.of(assignment),
                RoomView.Counts.of(rows, moved(assignment)),
                rows);
    }

    private int moved(Assignment assignment) {
        return (int) entries.count("assignmentId = ?1 and kind = ?2", assignment.id(), RoomEntry.Kind.MOVED);
    }
}
