package vn.lopmo.lms.organisation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.SchoolOpened;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

/// The units of this install. They belong to no school: who may see what of them is for the callers to say.
@ApplicationScoped
public class Units {
    private static final String COLUMNS = "select u.id, u.kind, u.name, u.parent_id, u.school_id,"
            + " coalesce(u.code, s.code) from unit u left join school s on s.id = u.school_id";
    private static final String BELOW = "with recursive below(id) as (select cast(? as uuid)"
            + " union all select c.id from unit c join below b on c.parent_id = b.id) ";

    private final Rows rows;

    Units(Rows rows) {
        this.rows = rows;
    }

    List<Unit> all() {
        return rows.list(COLUMNS + " order by u.kind, u.name, u.id", Units::unit);
    }

    /// @throws Refusal.NotFound if there is no such unit
    public Unit get(UUID id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("unit-not-found"));
    }

    private Optional<Unit> find(UUID id) {
        return rows.first(COLUMNS + " where u.id = ?", Units::unit, id);
    }

    /// Those right below, by name.
    public List<Unit> under(UUID id) {
        return rows.list(COLUMNS + " where u.parent_id = ? order by u.kind, u.name, u.id", Units::unit, id);
    }

    /// The schools of a unit, however far below.
    public List<UUID> schoolsIn(UUID id) {
        return rows.list(
                BELOW + "select u.school_id from unit u join below b on b.id = u.id where u.school_id is not null"
                        + " order by u.name",
                row -> row.uuid(1),
                id);
    }

    /// The units that an officer belongs to on a day, the highest first.
    public List<Unit> ofOfficer(UUID personId, LocalDate on) {
        return rows.list(
                COLUMNS + " where exists (select 1 from unit_officer o where o.unit_id = u.id and o.person_id = ?"
                        + " and o.starts_on <= ? and (o.ends_on is null or o.ends_on >= ?))"
                        + " order by case u.kind when 'DEPARTMENT' then 1 when 'COMMUNE' then 2 else 3 end, u.name",
                Units::unit,
                personId,
                on,
                on);
    }

    /// Puts it under the commune and the province that it names; they are made if they are new.
    void place(@Observes SchoolOpened opened) {
        var school = opened.school();
        var now = opened.at();
        var department = made(Unit.Kind.DEPARTMENT, departmentOf(school.province()), null, now);
        var commune = made(Unit.Kind.COMMUNE, school.commune(), department, now);
        rows.change(
                "insert into unit (id, kind, name, parent_id, school_id, made_at) values (?, 'SCHOOL', ?, ?, ?, ?)"
                        + " on conflict (school_id) do nothing",
                Ids.next(now),
                school.name(),
                commune,
                school.id(),
                now);
    }

    /// A province is written "Tỉnh Sơn La" alone, and "tỉnh Sơn La" inside a name.
    private static String departmentOf(String province) {
        boolean isTitled = province.startsWith("Tỉnh ") || province.startsWith("Thành phố ");
        return "Sở Giáo dục và Đào tạo "
                + (isTitled ? Character.toLowerCase(province.charAt(0)) + province.substring(1) : province);
    }

    private UUID made(Unit.Kind kind, String name, @Nullable UUID parent, Instant now) {
        rows.change(
                "insert into unit (id, kind, name, parent_id, made_at) values (?, ?, ?, cast(? as uuid), ?)"
                        + " on conflict do nothing",
                Ids.next(now),
                kind.name(),
                name,
                parent,
                now);
        return named(kind, name, parent).orElseThrow();
    }

    private Optional<UUID> named(Unit.Kind kind, String name, @Nullable UUID parent) {
        return rows.first(
                "select id from unit where kind = ? and lower(name) = lower(?)"
                        + " and parent_id is not distinct from cast(? as uuid)",
                row -> row.uuid(1),
                kind.name(),
                name,
                parent);
    }

    /// @throws Refusal.Conflict if there is one of this name there, or of this code anywhere
    /// @throws Refusal.Invalid  if it cannot stand there
    UUID open(Unit.Kind kind, String name, @Nullable UUID parent, @Nullable String code, Instant now) {
        checkPlace(kind, parent);
        checkName(kind, name, parent, null);
        checkCode(code, null);
        var id = made(kind, name, parent, now);
        rows.change("update unit set code = cast(? as text) where id = ?", code, id);
        return id;
    }

    /// @param code of a school it is the school's own, and not read
    void change(Unit unit, String name, @Nullable UUID parent, @Nullable String code) {
        checkPlace(unit.kind(), parent);
        if (unit.kind() == Unit.Kind.SCHOOL) {
            put(new Unit(unit.id(), unit.kind(), unit.name(), parent, unit.schoolId(), unit.code()));
            return;
        }
        checkName(unit.kind(), name, parent, unit.id());
        checkCode(code, unit.id());
        put(new Unit(unit.id(), unit.kind(), name, parent, null, code));
    }

    /// As it is to be, checked already.
    void put(Unit unit) {
        rows.change(
                "update unit set name = ?, parent_id = cast(? as uuid), code = cast(? as text) where id = ?",
                unit.name(),
                unit.parentId(),
                unit.kind() == Unit.Kind.SCHOOL ? null : unit.code(),
                unit.id());
    }

    /// New, and checked already.
    void add(Unit unit, Instant now) {
        rows.change(
                "insert into unit (id, kind, name, parent_id, code, made_at)"
                        + " values (?, ?, ?, cast(? as uuid), cast(? as text), ?)",
                unit.id(),
                unit.kind().name(),
                unit.name(),
                unit.parentId(),
                unit.code(),
                now);
    }

    /// Until the transaction ends nobody else changes a unit: what was looked at stays so.
    void hold() {
        rows.change("lock table unit in share row exclusive mode");
    }

    private void checkCode(@Nullable String code, @Nullable UUID own) {
        if (code == null) {
            return;
        }
        boolean taken = rows.first(
                        "select id from unit where ltrim(lower(code), '0') = ?", row -> row.uuid(1), Unit.keyOf(code))
                .filter(found -> !found.equals(own))
                .isPresent();
        if (taken) {
            throw new Refusal.Conflict("unit-code-taken");
        }
    }

    private void checkPlace(Unit.Kind kind, @Nullable UUID parent) {
        if (!kind.mayStandUnder(parent == null ? null : get(parent).kind())) {
            throw new Refusal.Invalid("unit-not-there");
        }
    }

    private void checkName(Unit.Kind kind, String name, @Nullable UUID parent, @Nullable UUID own) {
        if (named(kind, name, parent).filter(found -> !found.equals(own)).isPresent()) {
            throw new Refusal.Conflict("unit-there-already");
        }
    }

    /// @throws Refusal.Conflict if it has units or officers, or is a school
    void remove(Unit unit) {
        int holds = rows.first(
                        "select (select count(*) from unit where parent_id = ?)"
                                + " + (select count(*) from unit_officer where unit_id = ?)",
                        row -> row.number(1),
                        unit.id(),
                        unit.id())
                .orElse(0);
        if (holds > 0 || unit.kind() == Unit.Kind.SCHOOL) {
            throw new Refusal.Conflict("unit-not-empty");
        }
        rows.change("delete from unit where id = ?", unit.id());
    }

    private static Unit unit(Row row) throws SQLException {
        return new Unit(
                row.uuid(1),
                Unit.Kind.valueOf(row.text(2)),
                row.text(3),
                row.uuidOrNull(4),
                row.uuidOrNull(5),
                row.textOrNull(6));
    }
}
