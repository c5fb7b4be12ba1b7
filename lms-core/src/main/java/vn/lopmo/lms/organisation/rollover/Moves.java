package vn.lopmo.lms.organisation.rollover;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

@ApplicationScoped
class Moves {
    private static final String COLUMNS = "person_id, from_class_id, decision, to_name, to_grade,"
            + " to_class_id, proposed, standing, why, decided_by, decided_at, reason";

    private final Rows rows;

    Moves(Rows rows) {
        this.rows = rows;
    }

    List<Move> of(UUID rolloverId) {
        return rows.list(
                "select " + COLUMNS + " from rollover_move where rollover_id = ? order by from_class_id",
                Moves::read,
                rolloverId);
    }

    private static Move read(Row row) throws SQLException {
        return new Move(
                row.uuid(1),
                row.uuid(2),
                Move.Decision.valueOf(row.text(3)),
                place(row),
                new Move.Proposal(
                        Move.Decision.valueOf(row.text(7)),
                        new YearResults.YearResult(YearResults.Standing.valueOf(row.text(8)), row.text(9))),
                overruling(row));
    }

    private static Move.@Nullable Place place(Row row) throws SQLException {
        var name = row.textOrNull(4);
        return name == null ? null : new Move.Place(name, row.number(5), row.uuidOrNull(6));
    }

    private static Move.@Nullable Overruling overruling(Row row) throws SQLException {
        var by = row.uuidOrNull(10);
        return by == null ? null : new Move.Overruling(by, row.time(11), row.text(12));
    }

    void keepAll(UUID rolloverId, Collection<Move> moves) {
        moves.forEach(move -> keep(rolloverId, move));
    }

    void keep(UUID rolloverId, Move move) {
        var to = move.to();
        var result = move.proposal().result();
        var overruling = move.overruling();
        rows.change(
                "insert into rollover_move (rollover_id, " + COLUMNS
                        + ") values (?, ?, ?, ?, cast(? as text), cast(? as integer), cast(? as uuid), ?, ?, ?,"
                        + " cast(? as uuid), cast(? as timestamptz), ?)"
                        + " on conflict (rollover_id, person_id) do update set from_class_id = excluded.from_class_id,"
                        + " decision = excluded.decision, to_name = excluded.to_name, to_grade = excluded.to_grade,"
                        + " to_class_id = excluded.to_class_id, proposed = excluded.proposed,"
                        + " standing = excluded.standing, why = excluded.why, decided_by = excluded.decided_by,"
                        + " decided_at = excluded.decided_at, reason = excluded.reason",
                rolloverId,
                move.personId(),
                move.fromClassId(),
                move.decision().name(),
                to == null ? null : to.name(),
                to == null ? null : to.grade(),
                to == null ? null : to.classId(),
                move.proposal().decision().name(),
                result.standing().name(),
                result.why(),
                overruling == null ? null : overruling.by(),
                overruling == null ? null : overruling.at(),
                overruling == null ? "" : overruling.reason());
    }

    void forget(UUID rolloverId, Collection<UUID> personIds) {
        rows.change(
                "delete from rollover_move where rollover_id = ? and person_id = any(?)",
                rolloverId,
                personIds.toArray(UUID[]::new));
    }

    void forget(UUID rolloverId) {
        rows.change("delete from rollover_move where rollover_id = ?", rolloverId);
    }

    /// Whom another school of the install has taken since a moment, unless he is back.
    Set<UUID> takenSince(UUID schoolId, Instant since) {
        return Set.copyOf(rows.list(
                "select distinct t.person_id from pupil_transfer t where t.school_id = ? and t.state = 'TAKEN'"
                        + " and t.settled_at > ? and not exists (select 1 from pupil_transfer back"
                        + " where back.taken_as = t.person_id and back.settled_at > t.settled_at)",
                row -> row.uuid(1),
                schoolId,
                since));
    }

    /// Who left with a confirmed rollover and can still sign in.
    List<UUID> toShut(int most) {
        return rows.list(
                "select m.person_id from rollover_move m join rollover r on r.id = m.rollover_id"
                        + " where r.state = 'CONFIRMED' and not m.shut and m.decision in ('FINISH', 'LEAVE') limit ?",
                row -> row.uuid(1),
                most);
    }

    void shut(UUID personId) {
        rows.change("update rollover_move set shut = true where person_id = ?", personId);
    }
}
