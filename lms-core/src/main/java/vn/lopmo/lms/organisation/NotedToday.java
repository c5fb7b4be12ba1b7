package vn.lopmo.lms.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The looks of today that this process knows to be noted, so that a repeat costs no statement. What it does not know
/// is noted again, and the table keeps one. Safe for use by several threads.
final class NotedToday {
    /// Beyond these all are forgotten: some megabytes at most.
    static final int MOST = 20_000;

    private record Look(UUID reader, UUID learner, String what) {}

    private final Set<Look> looks = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    /// Whose are not known to be noted yet, each once.
    synchronized List<UUID> fresh(LocalDate today, UUID reader, Collection<UUID> learners, String what) {
        if (!today.equals(day)) {
            looks.clear();
            day = today;
        }
        return learners.stream()
                .distinct()
                .filter(learner -> !looks.contains(new Look(reader, learner, what)))
                .toList();
    }

    /// @param on the day of the lines; if it is over meanwhile, they are not of today
    synchronized void keep(LocalDate on, UUID reader, Collection<UUID> learners, String what) {
        if (!on.equals(day)) {
            return;
        }
        if (looks.size() + learners.size() > MOST) {
            looks.clear();
        }
        learners.forEach(learner -> looks.add(new Look(reader, learner, what)));
    }
}
