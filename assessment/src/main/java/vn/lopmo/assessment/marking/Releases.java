package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.platform.sql.Rows;

/// What was released to whom. Used inside the caller's transaction.
@ApplicationScoped
class Releases {
    private static final String MARKS = "select sitting_id, mark from release where sitting_id = any(?)";

    private final EntityManager database;
    private final Rows rows;

    Releases(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    void put(Release release) {
        database.createNativeQuery("""
                        insert into release (sitting_id, mark, max_mark, marks, answers, explanations, released_at, told)
                        values (:sitting, :mark, :max, cast(:marks as jsonb), :answers, :explanations, :at, :told)
                        on conflict (sitting_id) do update
                        set mark = excluded.mark, max_mark = excluded.max_mark, marks = excluded.marks,
                            answers = excluded.answers, explanations = excluded.explanations, released_at = excluded.released_at,
                            told = excluded.told""")
                .setParameter("sitting", release.sittingId())
                .setParameter("mark", release.mark())
                .setParameter("max", release.maxMark())
                .setParameter("marks", ItemJson.write(release.marks()))
                .setParameter("answers", release.shows().answers())
                .setParameter("explanations", release.shows().explanations())
                .setParameter("at", release.releasedAt())
                .setParameter("told", release.told())
                .executeUpdate();
    }

    /// Whether some learner sees right answers or explanations of the assignment's paper: then nobody may sit any more.
    boolean showKeys(UUID assignmentId) {
        return (Boolean) database.createNativeQuery(
                        "select exists (select 1 from release r join sitting s on s.id = r.sitting_id"
                                + " where s.assignment_id = :id and (r.answers or r.explanations))",
                        Object.class)
                .setParameter("id", assignmentId)
                .getSingleResult();
    }

    /// Whether others know of the marks as they are.
    void told(UUID sittingId, boolean told) {
        database.createNativeQuery("update release set told = :told where sitting_id = :sitting")
                .setParameter("told", told)
                .setParameter("sitting", sittingId)
                .executeUpdate();
    }

    Optional<Release> of(UUID sittingId) {
        return Optional.ofNullable(ofAll(List.of(sittingId)).get(sittingId));
    }

    /// The whole mark of each sitting that was released.
    Map<UUID, BigDecimal> marks(List<UUID> sittings) {
        if (sittings.isEmpty()) {
            return Map.of();
        }
        var marks = new HashMap<UUID, BigDecimal>();
        rows.list(MARKS, row -> marks.put(row.uuid(1), row.decimal(2)), (Object) sittings.toArray(UUID[]::new));
        return marks;
    }

    Map<UUID, Release> ofAll(Collection<UUID> sittings) {
        if (sittings.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery(
                        "select sitting_id, mark, max_mark, cast(marks as text) as marks, answers, explanations, released_at, told"
                                + " from release where sitting_id = any(:ids)",
                        Tuple.class)
                .setParameter("ids", sittings.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> release((Tuple) row))
                .collect(Collectors.toMap(Release::sittingId, Function.identity()));
    }

    private static Release release(Tuple row) {
        return new Release(
                row.get("sitting_id", UUID.class),
                row.get("mark", BigDecimal.class),
                row.get("max_mark", BigDecimal.class),
                List.of(ItemJson.read(row.get("marks", String.class), SlotMark[].class)),
                new Release.Shows(row.get("answers", Boolean.class), row.get("explanations", Boolean.class)),
                row.get("released_at", Instant.class),
                row.get("told", Boolean.class));
    }
}
