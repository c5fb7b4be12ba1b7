package vn.lopmo.assessment.sitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /// Of one who sits.
    void renew(Assignment assignment, UUID learnerId, Needs needs) {
        renew(assignment, sittings.openToChange(assignment.id(), learnerId), Map.of(learnerId, needs));
    }

    /// Wherever he sits in this school. From now on he begins nothing, and nobody else changes these.
    List<Assignment> sat(UUID schoolId, UUID learnerId, Instant now) {
        assignments.hold(schoolId, learnerId, now.minus(BEGINNING));
        return sittings.sat(schoolId, learnerId).stream()
                .map(id -> assignments.get(schoolId, id))
                .toList();
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
