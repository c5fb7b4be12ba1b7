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

    Map<UUID, RosterRow> ofIds(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(RosterRow::id, row -> row));
    }

    /// Names like this that are promised to rows that have no account yet.
    List<String> promised(Collection<String> beginnings) {
        return getEntityManager()
                .createNativeQuery(
                        "select username from roster_row where applied_at is null and username ^@ any(cast(:beginnings as text[]))",
                        String.class)
                .setParameter("beginnings", beginnings.toArray(String[]::new))
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
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
