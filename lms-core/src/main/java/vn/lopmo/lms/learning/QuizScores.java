package vn.lopmo.lms.learning;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The released results of papers, for the rules that say when a lesson is finished. The gradebook knows them.
public interface QuizScores {
    /// @param share of the greatest mark, 0 to 1
    record Score(UUID learnerId, UUID assignmentId, BigDecimal share) {}

    /// In one statement, however many are asked for.
    List<Score> of(Collection<UUID> learnerIds, Collection<UUID> assignmentIds);

    /// A result came before its learner, the first time or again. Fired inside the transaction that keeps it.
    record Released(UUID schoolId, UUID learnerId, UUID assignmentId) {}
}
