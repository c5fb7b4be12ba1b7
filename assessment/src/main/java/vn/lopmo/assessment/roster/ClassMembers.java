package vn.lopmo.assessment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.event.EventHandler.Told;
import vn.lopmo.platform.sql.Rows;

/// Learners and teachers by class. A class is known from the first person in it.
@ApplicationScoped
public class ClassMembers {
    private static final String CLASSES_OF =
            "select class_id from class_member where person_id = ? and role = ? and active";

    private static final String PUT = """
            insert into class_member (class_id, person_id, role, school_id, class_name, grade, active, told_at)
            select distinct on (class_id, person_id, role)
                class_id, person_id, role, school_id, class_name, grade, active, told_at
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                as told (class_id, person_id, role, school_id, class_name, grade, active, told_at, place)
            where not exists (select 1 from erased_person e where e.id = told.person_id)
            order by class_id, person_id, role, told_at desc, place desc
            on conflict (class_id, person_id, role) do update
            set class_name = excluded.class_name, grade = excluded.grade, active = excluded.active,
                told_at = excluded.told_at
            where class_member.told_at <= excluded.told_at""";

    private final EntityManager database;
    private final Rows rows;

    ClassMembers(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// An event that was told earlier than what is known changes nothing: dead letters are replayed in any order. Nor
    /// does one about somebody who was erased: that he left his classes may be heard after it. Of several about the
    /// same place the last one counts.
    public void putAll(List<Told<MembershipChanged>> told) {
        var changes = told.stream().map(Told::event).toList();
        rows.change(
                PUT,
                changes.stream().map(MembershipChanged::classId).toArray(UUID[]::new),
                changes.stream().map(MembershipChanged::personId).toArray(UUID[]::new),
                changes.stream().map(change -> change.role().name()).toArray(String[]::new),
                changes.stream().map(MembershipChanged::schoolId).toArray(UUID[]::new),
                changes.stream().map(MembershipChanged::className).toArray(String[]::new),
                changes.stream().map(MembershipChanged::grade).toArray(Integer[]::new),
                changes.stream().map(MembershipChanged::active).toArray(Boolean[]::new),
                told.stream().map(each -> each.origin().happenedAt()).toArray(Instant[]::new));
    }

    public Set<UUID> classesOf(UUID personId, Part part) {
        return Set.copyOf(rows.list(CLASSES_OF, row -> row.uuid(1), personId, part.name()));
    }

    public boolean isIn(UUID personId, Part part, Collection<UUID> classes) {
        return classesOf(personId, part).stream().anyMatch(classes::contains);
    }

    /// Those of the classes that the school has.
    public Set<UUID> known(UUID schoolId, Collection<UUID> classes) {
        if (classes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(database
                .createNativeQuery(
                        "select distinct class_id from class_member where school_id = :school and class_id in (:ids)",
                        Object.class)
                .setParameter("school", schoolId)
                .setParameter("ids", classes)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList());
    }

    /// Those of the persons who learn in the school.
    public Set<UUID> knownLearners(UUID schoolId, Collection<UUID> persons) {
        return people(
                "select distinct person_id from class_member where school_id = :school and role = 'STUDENT' and active"
                        + " and person_id in (:ids)",
                persons,
                Map.of("school", schoolId));
    }

    /// Those of the persons who learn in a class that the teacher teaches.
    public Set<UUID> taughtBy(UUID teacherId, Collection<UUID> persons) {
        return people(
                "select distinct s.person_id from class_member s join class_member t on t.class_id = s.class_id"
                        + " where s.role = 'STUDENT' and s.active and t.role = 'TEACHER' and t.active"
                        + " and t.person_id = :teacher and s.person_id in (:ids)",
                persons,
                Map.of("teacher", teacherId));
    }

    /// The classes in which these persons learn.
    public Set<UUID> classesOfLearners(Collection<UUID> persons) {
        return people(
                "select distinct class_id from class_member where role = 'STUDENT' and active and person_id in (:ids)",
                persons,
                Map.of());
    }

    private Set<UUID> people(String query, Collection<UUID> persons, Map<String, UUID> parameters) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        var asked = database.createNativeQuery(query, Object.class).setParameter("ids", persons);
        parameters.forEach(asked::setParameter);
        List<?> found = asked.getResultList();
        return found.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    /// The learners of the classes, each once.
    public List<UUID> learners(Collection<UUID> classes) {
        return database
                .createNativeQuery(
                        "select distinct person_id from class_member"
                                + " where class_id in (:ids) and role = 'STUDENT' and active order by person_id",
                        Object.class)
                .setParameter("ids", classes)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }
}
