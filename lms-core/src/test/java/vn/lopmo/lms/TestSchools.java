package vn.lopmo.lms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.lms.organisation.Enrolment;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.lms.organisation.SchoolOpened;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.testkit.Tokens;

/// Makes small schools for tests: one class of grade 8 with a teacher, two students, a guardian of the first, and a
/// head.
@ApplicationScoped
public class TestSchools {
    private final Schools schools;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final People people;
    private final Enrolment enrolment;
    private final Event<SchoolOpened> opened;
    private final EntityManager database;

    TestSchools(
            Schools schools,
            SchoolYears years,
            SchoolClasses classes,
            People people,
            Enrolment enrolment,
            Event<SchoolOpened> opened,
            EntityManager database) {
        this.schools = schools;
        this.years = years;
        this.classes = classes;
        this.people = people;
        this.enrolment = enrolment;
        this.opened = opened;
        this.database = database;
    }

    /// Ids; `tokenOf` signs one in.
    public record Small(UUID school, UUID classId, UUID teacher, UUID first, UUID second, UUID guardian, UUID head) {
        public String tokenOf(UUID person, Role role) {
            return Tokens.of(person, school, role.realmName());
        }
    }

    public Small make() {
        return QuarkusTransaction.requiringNew().call(() -> make(Instant.now()));
    }

    /// One more of a school.
    public UUID join(UUID school, String name, Set<Role> roles) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var id = UUID.randomUUID();
            people.persist(Person.join(id, school, name, id.toString(), roles, Instant.now()));
            return id;
        });
    }

    /// Puts a student into a new class of the school.
    public void move(Small school, UUID student, String className) {
        QuarkusTransaction.requiringNew().run(() -> {
            var now = Instant.now();
            var year = years.currentOrOpen(school.school(), now);
            var other = SchoolClass.open(school.school(), year.id(), className, 8, now);
            classes.persist(other);
            classes.flush();
            enrolment.learn(people.get(student, school.school()), other, now);
        });
    }

    private Small make(Instant now) {
        var code = UUID.randomUUID().toString().substring(0, 8);
        var school = School.open("THCS Thử Nghiệm " + code, code, SchoolLevel.THCS, "Ea Kao", "Đắk Lắk", now);
        schools.persist(school);
        schools.flush();
        opened.fire(new SchoolOpened(school, now));
        var year = years.currentOrOpen(school.id(), now);
        var eightA = SchoolClass.open(school.id(), year.id(), "8A2", 8, now);
        classes.persist(eightA);
        var teacher = join(school, "Trần Thị Thu Huyền", Role.TEACHER, now);
        var first = join(school, "Nguyễn Hoàng Bảo Ngọc", Role.STUDENT, now);
        var second = join(school, "Lê Hoàng An", Role.STUDENT, now);
        var guardian = join(school, "Nguyễn Văn Hoàng", Role.GUARDIAN, now);
        var head = join(school, "Phạm Ngọc Ánh", Role.HEAD, now);
        people.flush();
        enrolment.teach(teacher, eightA, now);
        enrolment.learn(first, eightA, now);
        enrolment.learn(second, eightA, now);
        guard(school, guardian, first, now);
        return new Small(school.id(), eightA.id(), teacher.id(), first.id(), second.id(), guardian.id(), head.id());
    }

    private Person join(School school, String name, Role role, Instant now) {
        var id = UUID.randomUUID();
        var person = Person.join(id, school.id(), name, id.toString(), Set.of(role), now);
        people.persist(person);
        return person;
    }

    private void guard(School school, Person guardian, Person child, Instant now) {
        database.createNativeQuery("insert into guardianship (id, school_id, guardian_id, child_id, created_at)"
                        + " values (:id, :school, :guardian, :child, :now)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("school", school.id())
                .setParameter("guardian", guardian.id())
                .setParameter("child", child.id())
                .setParameter("now", now)
                .executeUpdate();
    }
}
