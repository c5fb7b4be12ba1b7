package vn.lopmo.lms.organisation.rollover;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.sql.Row;
import vn.lopmo.platform.sql.Rows;

@ApplicationScoped
class Moves {
    private static final String COLUMNS = "person_id, from_class_id, decision, to_name, to_grade, to_class_id";

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
                row.textOrNull(4),
                row.numberOrNull(5),
                row.uuidOrNull(6));
    }

    void keepAll(UUID rolloverId, Collection<Move> moves) {
        moves.forEach(move -> keep(rolloverId, move));
    }

    void keep(UUID rolloverId, Move move) {
        rows.change(
                "insert into rollover_move (rollover_id, " + COLUMNS
                        + ") values (?, ?, ?, ?, cast(? as text), cast(? as integer), cast(? as uuid))"
                        + " on conflict (rollover_id, person_id) do update set decision = excluded.decision,"
                        + " to_name = excluded.to_name, to_grade = excluded.to_grade,"
                        + " to_class_id = excluded.to_class_id",
                rolloverId,
                move.personId(),
                move.fromClassId(),
                move.decision().name(),
                move.toName(),
                move.toGrade(),
                move.toClassId());
    }

    void forget(UUID rolloverId) {
        rows.change("delete from rollover_move where rollover_id = ?", rolloverId);
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
