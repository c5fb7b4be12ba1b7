package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.Membership.ClassRole;

/// Who is in which class now. Memberships that have ended are seen by no query but [#staysOf].
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, UUID> {
    /// A class and what somebody does in it.
    public record InClass(SchoolClass schoolClass, ClassRole role) {}

    /// A person and what he does in a class.
    public record Member(Person person, ClassRole role) {}

    /// Classes that somebody learns or teaches in, by grade and name.
    public List<SchoolClass> classesOf(UUID personId) {
        return rolesOf(personId).stream().map(InClass::schoolClass).distinct().toList();
    }

    public List<InClass> rolesOf(UUID personId) {
        return getEntityManager()
                .createQuery(
                        "select c, m.role from SchoolClass c join Membership m on m.classId = c.id"
                                + " where m.personId = :person and m.endedAt is null order by c.grade, c.name",
                        Object[].class)
                .setParameter("person", personId)
                .getResultStream()
                .map(row -> new InClass((SchoolClass) row[0], (ClassRole) row[1]))
                .toList();
    }

    public List<SchoolClass> taughtBy(UUID personId) {
        return rolesOf(personId).stream()
                .filter(in -> in.role() == ClassRole.TEACHER)
                .map(InClass::schoolClass)
                .toList();
    }

    /// Students of a class in register order.
    public List<Person> learnersOf(UUID classId) {
        return membersOf(classId).stream()
                .filter(member -> member.role() == ClassRole.STUDENT)
                .map(Member::person)
                .toList();
    }

    /// Everybody of a class, in register order.
    public List<Member> membersOf(UUID classId) {
        return getEntityManager()
                .createQuery(
                        "select p, m.role from Person p join Membership m on m.personId = p.id"
                                + " where m.classId = :class and m.endedAt is null",
                        Object[].class)
                .setParameter("class", classId)
                .getResultStream()
                .map(row -> new Member((Person) row[0], (ClassRole) row[1]))
                .sorted((a, b) -> People.inRegisterOrder().compare(a.person(), b.person()))
                .toList();
    }

    public boolean teaches(UUID personId, UUID classId) {
        return has(personId, classId, ClassRole.TEACHER);
    }

    public boolean learnsIn(UUID personId, UUID classId) {
        return has(personId, classId, ClassRole.STUDENT);
    }

    /// Whether somebody came into a class as its homeroom teacher.
    boolean isByLeading(UUID teacherId, UUID classId) {
        return openOf(teacherId, ClassRole.TEACHER).stream()
                .anyMatch(open -> open.classId().equals(classId) && open.isByLeading());
    }

    boolean has(UUID personId, UUID classId, ClassRole role) {
        return count("personId = ?1 and classId = ?2 and role = ?3 and endedAt is null", personId, classId, role) > 0;
    }

    /// Whether somebody teaches a class that another learns in: what lets a teacher see a student's record.
    public boolean isTeacherOf(UUID teacherId, UUID learnerId) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from Membership t join Membership s on s.classId = t.classId"
                                        + " where t.personId = :teacher and t.role = TEACHER and t.endedAt is null"
                                        + " and s.personId = :learner and s.role = STUDENT and s.endedAt is null",
                                Long.class)
                        .setParameter("teacher", teacherId)
                        .setParameter("learner", learnerId)
                        .getSingleResult()
                > 0;
    }

    /// Everybody who learns in a class that somebody teaches.
    Set<UUID> learnersTaughtBy(UUID teacherId) {
        return getEntityManager()
                .createQuery(
                        "select distinct s.personId from Membership t join Membership s on s.classId = t.classId"
                                + " where t.personId = :teacher and t.role = TEACHER and t.endedAt is null"
                                + " and s.role = STUDENT and s.endedAt is null",
                        UUID.class)
                .setParameter("teacher", teacherId)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<UUID> teachersOf(UUID classId) {
        return list("classId = ?1 and role = ?2 and endedAt is null", classId, ClassRole.TEACHER).stream()
                .map(Membership::personId)
                .toList();
    }

    record Stay(Membership membership, SchoolClass schoolClass) {}

    /// Where somebody learns and learnt, the latest first: here those that have ended count too.
    List<Stay> staysOf(UUID personId) {
        return getEntityManager()
                .createQuery(
                        "select m, c from Membership m join SchoolClass c on c.id = m.classId"
                                + " where m.personId = :person and m.role = STUDENT order by m.startedAt desc",
                        Object[].class)
                .setParameter("person", personId)
                .getResultStream()
                .map(row -> new Stay((Membership) row[0], (SchoolClass) row[1]))
                .toList();
    }

    List<Membership> openOf(UUID personId, ClassRole role) {
        return list("personId = ?1 and role = ?2 and endedAt is null", personId, role);
    }

    /// How many students each class has; a class without any is not in the map.
    public Map<UUID, Long> studentsByClass(Collection<UUID> classIds) {
        return getEntityManager()
                .createQuery(
                        "select m.classId, count(*) from Membership m where m.classId in :classes"
                                + " and m.role = STUDENT and m.endedAt is null group by m.classId",
                        Object[].class)
                .setParameter("classes", classIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /// The names of the classes of each person; people without a class are not in the map.
    Map<UUID, List<String>> classNames(Collection<UUID> personIds) {
        return getEntityManager()
                .createQuery(
                        "select m.personId, c.name from Membership m join SchoolClass c on c.id = m.classId"
                                + " where m.personId in :people and m.endedAt is null order by c.grade, c.name",
                        Object[].class)
                .setParameter("people", personIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    /// The class of each student of a school.
    public Map<UUID, SchoolClass> classOfEachStudent(UUID schoolId) {
        return getEntityManager()
                .createQuery(
                        "select m.personId, c from Membership m join SchoolClass c on c.id = m.classId"
                                + " where m.schoolId = :school and m.role = STUDENT and m.endedAt is null",
                        Object[].class)
                .setParameter("school", schoolId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (SchoolClass) row[1]));
    }
}
