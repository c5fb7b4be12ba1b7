package vn.lopmo.assessment.marking;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.marking.ReviewRequest.State;
import vn.lopmo.platform.refusal.Refusal;

/// All that learners asked to have looked at again.
@ApplicationScoped
class ReviewRequests implements PanacheRepositoryBase<ReviewRequest, UUID> {
    private static final long MOST_OF_A_SITTING = 20;

    /// @throws Refusal.NotFound if the school has no such request
    ReviewRequest get(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("review-not-found"));
    }

    /// @throws Refusal.Conflict if he asked the same and waits for the answer, or asks without end
    void add(ReviewRequest request) {
        var before = ofSitting(request.sittingId());
        boolean waits = before.stream()
                .anyMatch(one -> one.state() == State.OPEN && Objects.equals(one.slot(), request.slot()));
        if (waits || before.size() >= MOST_OF_A_SITTING) {
            throw new Refusal.Conflict("review-asked-already");
        }
        persist(request);
    }

    List<ReviewRequest> ofSitting(UUID sittingId) {
        return list("sittingId = ?1 order by askedAt", sittingId);
    }

    List<ReviewRequest> ofLearner(UUID learnerId) {
        return list("learnerId = ?1 order by askedAt desc", learnerId);
    }

    /// Those that wait longest first.
    List<ReviewRequest> ofAssignments(Collection<UUID> assignments, @Nullable State state) {
        if (assignments.isEmpty()) {
            return List.of();
        }
        return state == null
                ? list("assignmentId in ?1 order by askedAt", assignments)
                : list("assignmentId in ?1 and state = ?2 order by askedAt", assignments, state);
    }
}
