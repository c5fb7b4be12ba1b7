package vn.lopmo.assessment.sitting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// The table of held work. Rows are only ever added; the same step again is no new row, and what was saved in time is
/// none at all. Each call is a commit of its own, and blocks.
@ApplicationScoped
class HeldSteps {
    private static final String COUNT = "select count(*) from late_step where sitting_id = ?";
    private static final String HOLD = "insert into late_step (sitting_id, seq, slot, answer, typed_at, received_at,"
            + " device, moved, reckoned_at, reckoned_by)"
            + " values (?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz, ?, ?, ?::timestamptz, ?)"
            + " on conflict do nothing";
    private static final int MOST = 2_000;

    private final AgroalDataSource database;
    private final AnswerSteps answers;

    HeldSteps(AgroalDataSource database, AnswerSteps answers) {
        this.database = database;
        this.answers = answers;
    }

    /// What became of the steps.
    enum Outcome {
        /// All were saved in time and sent again, because the reply was lost.
        STANDING,
        HELD,
        /// So much was held for this sitting that no more is taken.
        FULL
    }

    Outcome add(UUID sittingId, List<HeldStep> steps) throws SQLException {
        var standing = answers.standing(steps.stream().map(HeldStep::step).toList());
        var late = steps.stream()
                .filter(held -> !standing.contains(held.step().seq()))
                .toList();
        if (late.isEmpty()) {
            return Outcome.STANDING;
        }
        return hold(sittingId, late) ? Outcome.HELD : Outcome.FULL;
    }

    private boolean hold(UUID sittingId, List<HeldStep> steps) throws SQLException {
        try (var connection = database.getConnection()) {
            if (count(connection, sittingId) + steps.size() > MOST) {
                return false;
            }
            insert(connection, steps);
            return true;
        }
    }

    private static int count(Connection connection, UUID sittingId) throws SQLException {
        try (var query = connection.prepareStatement(COUNT)) {
            query.setObject(1, sittingId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void insert(Connection connection, List<HeldStep> steps) throws SQLException {
        try (var insert = connection.prepareStatement(HOLD)) {
            for (var held : steps) {
                var step = held.step();
                insert.setObject(1, step.sittingId());
                insert.setInt(2, step.seq());
                insert.setObject(3, step.slot());
                insert.setString(4, step.answer());
                insert.setString(5, step.typedAt().toString());
                insert.setString(6, step.receivedAt().toString());
                insert.setString(7, held.device());
                insert.setBoolean(8, held.moved());
                insert.setString(9, held.reckonedAt().toString());
                insert.setString(10, held.by().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
