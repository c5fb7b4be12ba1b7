package vn.lopmo.lms.learning;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Which tasks learners have handed in, for the rules that say when a lesson is finished.
public interface TaskStandings {
    /// That a learner has handed in what a block of a lesson asks for; what was given back for another try counts as
    /// handed in once.
    record HandedIn(UUID learnerId, UUID lessonId, String blockId) {}

    /// In one statement, however many are asked for.
    List<HandedIn> handedIn(Collection<UUID> learnerIds, Collection<UUID> lessonIds);
}
