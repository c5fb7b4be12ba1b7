package vn.lopmo.lms.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Membership.ClassRole;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// Who somebody is at his school, read without Hibernate: see docs/adr/0007.
@ApplicationScoped
class Selves {
    /// Each class of the person; one row without a class for somebody who has none.
    private static final String ONE = """
            select p.name, s.id, s.name, s.code, s.level,
                exists (select 1 from first_password f where f.person_id = p.id),
                exists (select 1 from guardianship g where g.guardian_id = p.id),
                c.id, c.name, c.grade, m.role
            from person p
            join school s on s.id = p.school_id
            left join membership m on m.person_id = p.id and m.ended_at is null
            left join school_class c on c.id = m.class_id
            where p.id = ? and p.school_id = ?
            order by c.grade, c.name, m.role""";

    private final Rows rows;

    Selves(Rows rows) {
        this.rows = rows;
    }

    record Self(
            String name,
            MeResource.SchoolView school,
            boolean hasFirstPassword,
            boolean isGuardian,
            List<MeResource.ClassView> classes) {}

    /// @throws Refusal.NotFound also if it is another school's
    Self of(UUID personId, UUID schoolId) {
        var read = rows.list(ONE, Selves::read, personId, schoolId);
        if (read.isEmpty()) {
            throw new Refusal.NotFound("person-not-found");
        }
        var first = read.getFirst();
        var classes = read.stream().flatMap(line -> line.classes.stream()).toList();
        return new Self(first.name, first.school, first.hasFirstPassword, first.isGuardian, classes);
    }

    private static Self read(Row row) throws SQLException {
        return new Self(
                row.text(1),
                new MeResource.SchoolView(row.uuid(2), row.text(3), row.text(4), SchoolLevel.valueOf(row.text(5))),
                row.is(6),
                row.is(7),
                classOf(row, row.uuidOrNull(8)));
    }

    private static List<MeResource.ClassView> classOf(Row row, @Nullable UUID id) throws SQLException {
        return id == null
                ? List.of()
                : List.of(new MeResource.ClassView(id, row.text(9), row.number(10), ClassRole.valueOf(row.text(11))));
    }
}
