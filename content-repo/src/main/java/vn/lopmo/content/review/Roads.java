package vn.lopmo.content.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.content.material.Material;
import vn.lopmo.content.material.PublishingGate;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Each school's road to publishing, and who reviews for its subject groups.
@ApplicationScoped
class Roads implements PublishingGate {
    private final EntityManager database;

    Roads(EntityManager database) {
        this.database = database;
    }

    /// NONE until the school sets another.
    Road of(UUID schoolId) {
        List<?> rows = database.createNativeQuery(
                        "select road from review_setting where school_id = :school", String.class)
                .setParameter("school", schoolId)
                .getResultList();
        return rows.isEmpty() ? Road.NONE : Road.valueOf((String) rows.getFirst());
    }

    void set(Caller by, Road road, Instant now) {
        database.createNativeQuery("""
                        insert into review_setting (school_id, road, set_by, set_at) values (:school, :road, :by, :now)
                        on conflict (school_id) do update
                        set road = excluded.road, set_by = excluded.set_by, set_at = excluded.set_at""")
                .setParameter("school", by.schoolId())
                .setParameter("road", road.name())
                .setParameter("by", by.id())
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public void check(Material material) {
        if (of(material.schoolId()) != Road.NONE) {
            throw new Refusal.Conflict("review-required");
        }
    }

    /// By subject.
    Map<String, Set<UUID>> groups(UUID schoolId) {
        List<?> rows = database.createNativeQuery(
                        "select subject, person_id from reviewer where school_id = :school order by named_at, person_id",
                        Tuple.class)
                .setParameter("school", schoolId)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.groupingBy(
                        row -> row.get("subject", String.class),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> row.get("person_id", UUID.class), Collectors.toCollection(TreeSet::new))));
    }

    Set<UUID> reviewers(UUID schoolId, String subject) {
        return groups(schoolId).getOrDefault(subject, Set.of());
    }

    /// The subjects that a person reviews for.
    Set<String> subjectsOf(Caller reviewer) {
        return groups(reviewer.schoolId()).entrySet().stream()
                .filter(group -> group.getValue().contains(reviewer.id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void name(Caller by, String subject, Collection<UUID> persons, Instant now) {
        database.createNativeQuery("delete from reviewer where school_id = :school and subject = :subject")
                .setParameter("school", by.schoolId())
                .setParameter("subject", subject)
                .executeUpdate();
        for (UUID person : new TreeSet<>(persons)) {
            database.createNativeQuery("insert into reviewer (school_id, subject, person_id, named_by, named_at)"
                            + " values (:school, :subject, :person, :by, :now)")
                    .setParameter("school", by.schoolId())
                    .setParameter("subject", subject)
                    .setParameter("person", person)
                    .setParameter("by", by.id())
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }
}
