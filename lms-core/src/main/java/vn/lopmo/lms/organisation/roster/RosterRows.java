package vn.lopmo.lms.organisation.roster;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;

@ApplicationScoped
class RosterRows implements PanacheRepositoryBase<RosterRow, UUID> {
    private static final String TO_APPLY =
            "importId = ?1 and verdict in ('NEW', 'CHANGED', 'MOVED') and appliedAt is null";

    List<RosterRow> of(UUID importId) {
        return list("importId = ?1 order by sheetRow, name", importId);
    }

    List<RosterRow> nextToApply(UUID importId, int most) {
        return find(TO_APPLY + " order by sheetRow", importId).page(0, most).list();
    }

    int countToApply(UUID importId) {
        return (int) count(TO_APPLY, importId);
    }

    /// Whether the name is promised to a row that has no account yet.
    boolean promised(String username) {
        return count("username = ?1 and appliedAt is null", username) > 0;
    }

    Map<Verdict, Long> counts(UUID importId) {
        return counts(List.of(importId)).getOrDefault(importId, Map.of());
    }

    Map<UUID, Map<Verdict, Long>> counts(Collection<UUID> importIds) {
        return getEntityManager()
                .createQuery(
                        "select importId, verdict, count(*) from RosterRow where importId in :imports"
                                + " group by importId, verdict",
                        Object[].class)
                .setParameter("imports", importIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.toMap(row -> (Verdict) row[1], row -> (Long) row[2])));
    }
}
