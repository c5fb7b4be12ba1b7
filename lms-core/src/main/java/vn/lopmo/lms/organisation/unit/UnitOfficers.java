package vn.lopmo.lms.organisation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Which officer belongs to which unit, from when to when.
@ApplicationScoped
class UnitOfficers {
    record Line(
            UUID id,
            UUID unitId,
            UUID personId,
            String name,
            String username,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /// Somebody who may be named.
    record Candidate(UUID personId, String name, String username, String school) {}

    private static final String OFFICERS =
            " from person p join school s on s.id = p.school_id where 'OFFICER' = any (p.roles)"
                    + " and p.left_on is null and p.erased_at is null";

    private final Rows rows;

    UnitOfficers(Rows rows) {
        this.rows = rows;
    }

    List<Line> all() {
        return rows.list(
                "select o.id, o.unit_id, o.person_id, p.name, p.username, o.starts_on, o.ends_on from unit_officer o"
                        + " join person p on p.id = o.person_id order by o.starts_on, o.id",
                row -> new Line(
                        row.uuid(1),
                        row.uuid(2),
                        row.uuid(3),
                        row.text(4),
                        row.text(5),
                        LocalDate.parse(row.text(6)),
                        day(row.textOrNull(7))));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    List<Candidate> candidates() {
        return rows.list(
                "select p.id, p.name, p.username, s.name" + OFFICERS + " order by p.name, p.id",
                row -> new Candidate(row.uuid(1), row.text(2), row.text(3), row.text(4)));
    }

    /// @throws Refusal.Invalid if it is no officer, or the days are the wrong way round
    void name(UUID unitId, UUID personId, LocalDate from, @Nullable LocalDate until, UUID by, Instant now) {
        checkDays(from, until);
        if (candidates().stream().noneMatch(each -> each.personId.equals(personId))) {
            throw new Refusal.Invalid("not-an-officer");
        }
        put(unitId, personId, from, until, by, now);
    }

    /// Of somebody who is known to be an officer.
    void put(UUID unitId, UUID personId, LocalDate from, @Nullable LocalDate until, UUID by, Instant now) {
        rows.change(
                "insert into unit_officer (id, unit_id, person_id, starts_on, ends_on, named_by, named_at)"
                        + " values (?, ?, ?, ?, cast(? as date), ?, ?)",
                Ids.next(now),
                unitId,
                personId,
                from,
                until,
                by,
                now);
    }

    /// Until when he is named does not matter here: he belongs to it, or will.
    boolean isNamed(UUID unitId, UUID personId, LocalDate on) {
        return rows.first(
                        "select 1 from unit_officer where unit_id = ? and person_id = ?"
                                + " and (ends_on is null or ends_on >= ?)",
                        row -> row.number(1),
                        unitId,
                        personId,
                        on)
                .isPresent();
    }

    void last(UUID unitId, UUID id, LocalDate from, @Nullable LocalDate until) {
        checkDays(from, until);
        int found = rows.change(
                "update unit_officer set starts_on = ?, ends_on = cast(? as date) where id = ? and unit_id = ?",
                from,
                until,
                id,
                unitId);
        if (found == 0) {
            throw new Refusal.NotFound("unit-officer-not-found");
        }
    }

    void remove(UUID unitId, UUID id) {
        if (rows.change("delete from unit_officer where id = ? and unit_id = ?", id, unitId) == 0) {
            throw new Refusal.NotFound("unit-officer-not-found");
        }
    }

    private static void checkDays(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw new Refusal.Invalid("role-days-wrong");
        }
    }

    void erased(@Observes PersonErased event) {
        rows.change("delete from unit_officer where person_id = ?", event.personId());
    }
}
