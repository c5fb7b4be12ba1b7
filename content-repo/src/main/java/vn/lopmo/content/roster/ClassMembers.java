package vn.lopmo.content.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.content.roster.MembershipChanged.Part;
import vn.lopmo.platform.event.EventHandler.Told;
import vn.lopmo.platform.sql.Rows;

/// Learners and teachers by class. A class is known from the first person in it.
@ApplicationScoped
public class ClassMembers {
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

    /// A class as people call it.
    public record SchoolClass(UUID id, String name, int grade) {}

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

    /// The classes in which a person learns or teaches.
    public Set<UUID> classesOf(UUID personId) {
        return ids(database.createNativeQuery(
                        "select distinct class_id from class_member where person_id = :id and active", Object.class)
                .setParameter("id", personId)
                .getResultList());
    }

    public Set<UUID> classesOf(UUID personId, Part part) {
        return ids(database.createNativeQuery(
                        "select class_id from class_member where person_id = :id and role = :role and active",
                        Object.class)
                .setParameter("id", personId)
                .setParameter("role", part.name())
                .getResultList());
    }

    /// Everybody who learns in a class in which that person teaches.
    public Set<UUID> learnersOf(UUID teacherId) {
        return ids(database.createNativeQuery("""
                        select distinct learner.person_id from class_member learner
                        join class_member teacher on teacher.class_id = learner.class_id and teacher.role = 'TEACHER'
                        where teacher.person_id = :id and teacher.active and learner.role = 'STUDENT' and learner.active""", Object.class)
                .setParameter("id", teacherId)
                .getResultList());
    }

    /// Who was in classes, and has been in none since then.
    public Set<UUID> leftBefore(Instant moment) {
        return ids(database.createNativeQuery("""
                        select person_id from class_member
                        group by person_id having not bool_or(active) and max(told_at) < :moment""", Object.class)
                .setParameter("moment", moment)
                .getResultList());
    }

    /// Those of the classes that the school has.
    public Set<UUID> known(UUID schoolId, Collection<UUID> classes) {
        return classesOfSchool(schoolId).stream()
                .map(SchoolClass::id)
                .filter(classes::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Every class of the school that has anybody in it, by the name that was told last.
    public List<SchoolClass> classesOfSchool(UUID schoolId) {
        return database.createNativeQuery("""
                        select distinct on (class_id) class_id, class_name, grade from class_member
                        where school_id = :school and active order by class_id, told_at desc""", Tuple.class).setParameter("school", schoolId).getResultList().stream()
                .map(row -> read((Tuple) row))
                .toList();
    }

    private static SchoolClass read(Tuple row) {
        return new SchoolClass(
                row.get("class_id", UUID.class), row.get("class_name", String.class), row.get("grade", Integer.class));
    }

    private static Set<UUID> ids(List<?> found) {
        return found.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
