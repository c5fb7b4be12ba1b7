package vn.lopmo.lms.competency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class Evidences implements PanacheRepositoryBase<Evidence, UUID> {
    /// Newest first.
    List<Evidence> of(UUID schoolId, UUID learnerId) {
        return list("schoolId = ?1 and learnerId = ?2 order by at desc", schoolId, learnerId);
    }

    List<Evidence> from(UUID learnerId, Evidence.Kind kind, UUID sourceId) {
        return list("learnerId = ?1 and kind = ?2 and sourceId = ?3", learnerId, kind, sourceId);
    }

    void removeOlder(UUID learnerId, Evidence.Kind kind, UUID partOf, Instant than) {
        delete("learnerId = ?1 and kind = ?2 and partOf = ?3 and at <= ?4", learnerId, kind, partOf, than);
    }

    boolean isAnyOf(UUID learnerId, Evidence.Kind kind, UUID partOf) {
        return count("learnerId = ?1 and kind = ?2 and partOf = ?3", learnerId, kind, partOf) > 0;
    }

    Map<String, BigDecimal> bestShares(UUID schoolId, UUID learnerId) {
        return bestShares(schoolId, List.of(learnerId)).getOrDefault(learnerId, Map.of());
    }

    /// By learner, then by indicator.
    Map<UUID, Map<String, BigDecimal>> bestShares(UUID schoolId, Collection<UUID> learnerIds) {
        if (learnerIds.isEmpty()) {
            return Map.of();
        }
        var shares = new HashMap<UUID, Map<String, BigDecimal>>();
        for (var row : best(schoolId, learnerIds)) {
            shares.computeIfAbsent(row.learnerId, learner -> new HashMap<>()).put(row.indicator, row.share);
        }
        return shares;
    }

    record Best(UUID learnerId, String indicator, BigDecimal share) {}

    private List<Best> best(UUID schoolId, Collection<UUID> learnerIds) {
        return getEntityManager()
                .createQuery(
                        "select new vn.lopmo.lms.competency.Evidences$Best(e.learnerId, e.indicator, max(e.share))"
                                + " from Evidence e where e.schoolId = :school and e.learnerId in :learners"
                                + " group by e.learnerId, e.indicator",
                        Best.class)
                .setParameter("school", schoolId)
                .setParameter("learners", learnerIds)
                .getResultList();
    }
}
