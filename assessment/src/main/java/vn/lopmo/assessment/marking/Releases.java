package vn.lopmo.assessment.marking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.assessment.item.ItemJson;

/// What was released to whom. Used inside the caller's transaction.
@ApplicationScoped
class Releases {
    private static final String SELECT =
            "select sitting_id, mark, max_mark, cast(marks as text) as marks, answers, explanations, released_at"
                                + " from release";

    private final EntityManager database;

    Releases(EntityManager database) {
        this.database = database;
    }

    void put(Release release) {
        database.createNativeQuery("""
                        insert into release (sitting_id, mark, max_mark, marks, answers, explanations, released_at)
                        values (:sitting, :mark, :max, cast(:marks as jsonb), :answers, :explanations, :at)
                        on conflict (sitting_id) do update
                        set mark = excluded.mark, max_mark = excluded.max_mark, marks = excluded.marks,
                            answers = excluded.answers, explanations = excluded.explanations, released_at = excluded.released_at""")
                .setParameter("sitting", release.sittingId())
                .setParameter("mark", release.mark())
                .setParameter("max", release.maxMark())
                .setParameter("marks", ItemJson.write(release.marks()))
                .setParameter("answers", release.shows().answers())
                .setParameter("explanations", release.shows().explanations())
                .setParameter("at", release.releasedAt())
                .executeUpdate();
    }

    Optional<Release> of(UUID sittingId) {
        return Optional.ofNullable(ofAll(List.of(sittingId)).get(sittingId));
    }

    /// Those that others have not heard of as they are now.
    List<Release> untold(Collection<UUID> sittings) {
        if (sittings.isEmpty()) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery(
                        SELECT + " where sitting_id in (:ids) and told_at is distinct from released_at", Tuple.class)
                .setParameter("ids", new ArrayList<>(sittings))
                .getResultList();
        return rows.stream().map(row -> release((Tuple) row)).toList();
    }

    /// Others have heard of these, which take the place of the same learners' other attempts.
    void told(UUID assignmentId, List<Release> heard) {
        var ids = heard.stream().map(Release::sittingId).toArray(UUID[]::new);
        database.createNativeQuery("""
                        update release r set told_at = case when r.sitting_id = any(:ids) then r.released_at end
                        from sitting s where s.id = r.sitting_id and s.assignment_id = :assignment
                            and s.learner_id in (select learner_id from sitting where id = any(:ids))""")
                .setParameter("ids", ids)
                .setParameter("assignment", assignmentId)
                .executeUpdate();
    }

    Map<UUID, Release> ofAll(Collection<UUID> sittings) {
        if (sittings.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery(SELECT + " where sitting_id in (:ids)",
                        Tuple.class)
                .setParameter("ids", new ArrayList<>(sittings))
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
                row.get("released_at", Instant.class));
    }
}
