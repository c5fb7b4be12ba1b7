package vn.lopmo.content.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The points of a checklist that somebody has looked at: each by a person, with the time.
@ApplicationScoped
class Ticks {
    private final EntityManager database;

    Ticks(EntityManager database) {
        this.database = database;
    }

    record Tick(UUID personId, Instant at) {}

    Map<Point, Tick> of(UUID reviewId) {
        List<?> rows = database.createNativeQuery(
                        "select point, person_id, at from review_tick where review_id = :review", Tuple.class)
                .setParameter("review", reviewId)
                .getResultList();
        var ticks = new EnumMap<Point, Tick>(Point.class);
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row -> ticks.put(
                        Point.valueOf(row.get("point", String.class)),
                        new Tick(row.get("person_id", UUID.class), row.get("at", Instant.class))));
        return ticks;
    }

    /// Whether it changed anything; who ticked first stays.
    boolean tick(UUID reviewId, Point point, UUID personId, Instant now) {
        return database.createNativeQuery("insert into review_tick (review_id, point, person_id, at)"
                                + " values (:review, :point, :person, :now) on conflict do nothing")
                        .setParameter("review", reviewId)
                        .setParameter("point", point.name())
                        .setParameter("person", personId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    boolean untick(UUID reviewId, Point point) {
        return database.createNativeQuery("delete from review_tick where review_id = :review and point = :point")
                        .setParameter("review", reviewId)
                        .setParameter("point", point.name())
                        .executeUpdate()
                == 1;
    }
}
