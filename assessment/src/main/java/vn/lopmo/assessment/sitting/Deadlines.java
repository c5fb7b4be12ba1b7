package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Assignments;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.Takers;

/// Gives those who sit their new deadline when the window or their needs have changed. Runs in the caller's
/// transaction, which holds the assignment: who begins at the same moment is found, or finds what has changed.
@ApplicationScoped
public class Deadlines {
    /// Nobody takes longer to begin.
    private static final Duration BEGINNING = Duration.ofHours(1);

    private final Sittings sittings;
    private final Assignments assignments;
    private final Takers takers;
    private final Event<SittingsChanged> changed;

    Deadlines(Sittings sittings, Assignments assignments, Takers takers, Event<SittingsChanged> changed) {
        this.sittings = sittings;
        this.assignments = assignments;
        this.takers = takers;
        this.changed = changed;
    }

    /// Of all who sit.
    public void renew(Assignment assignment) {
        renew(assignment, sittings.openToChange(assignment.id()), takers.needs(assignment));
    }

    void renew(Assignment assignment, UUID learnerId) {
        var his = sittings.openToChange(assignment.id()).stream()
                .filter(sitting -> sitting.learnerId().equals(learnerId))
                .toList();
        renew(assignment, his, Map.of(learnerId, takers.needs(assignment, learnerId)));
    }

    /// Wherever he sits now, or is just beginning.
    void renewAll(UUID schoolId, UUID learnerId, Instant now) {
        assignments.hold(schoolId, learnerId, now.minus(BEGINNING));
        sittings.openOf(learnerId).stream()
                .map(Sitting::assignmentId)
                .distinct()
                .sorted()
                .forEach(id -> renew(assignments.get(schoolId, id), learnerId));
    }

    private void renew(Assignment assignment, Collection<Sitting> open, Map<UUID, Needs> needs) {
        for (var sitting : open) {
            var his = needs.getOrDefault(sitting.learnerId(), Needs.NONE);
            sitting.extendTo(assignment.windowFor(his).endFor(sitting.startedAt()), his.extra());
        }
        if (!open.isEmpty()) {
            changed.fire(new SittingsChanged(assignment.id()));
        }
    }
}
