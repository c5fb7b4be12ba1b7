package vn.lopmo.assessment.sitting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The table of answers as they were given: rows are only ever added. Each call is a commit of its own.
@ApplicationScoped
class AnswerSteps {
    private static final String COLUMNS = " (sitting_id, seq, slot, answer, typed_at, received_at)";
    private static final String ROWS = " from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[]::jsonb[],"
            + " ?::timestamptz[], ?::timestamptz[]) as given" + COLUMNS;
    private static final String INSERT =
            "insert into answer_step" + COLUMNS + " select *" + ROWS + " on conflict do nothing";
    private static final String COLLISION = "select max(last.seq)" + ROWS
            + " join answer_step had using (sitting_id, seq)"
            + " join answer_step last on last.sitting_id = had.sitting_id"
            + " where had.slot <> given.slot or had.answer is distinct from given.answer";

    private static final String STANDING = "select given.seq" + ROWS
            + " join answer_step had using (sitting_id, seq)"
            + " where had.slot = given.slot and had.answer is not distinct from given.answer";

    private final AgroalDataSource database;

    AnswerSteps(AgroalDataSource database) {
        this.database = database;
    }

    /// @return how many were new; a number that is taken changes nothing
    int insert(List<AnswerStep> steps) throws SQLException {
        return steps.isEmpty() ? 0 : update(INSERT, steps);
    }

    /// The sitting's last number, if one of the steps has the number of another answer.
    OptionalInt lastOfCollision(List<AnswerStep> steps) throws SQLException {
        if (steps.isEmpty()) {
            return OptionalInt.empty();
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COLLISION)) {
            fill(connection, query, steps);
            try (var rows = query.executeQuery()) {
                rows.next();
                int last = rows.getInt(1);
                return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(last);
            }
        }
    }

    /// The numbers of those that are saved already, just as they are.
    Set<Integer> standing(List<AnswerStep> steps) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(STANDING)) {
            fill(connection, query, steps);
            try (var rows = query.executeQuery()) {
                var standing = new HashSet<Integer>();
                while (rows.next()) {
                    standing.add(rows.getInt(1));
                }
                return standing;
            }
        }
    }

    private int update(String statement, List<AnswerStep> steps) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(statement)) {
            fill(connection, insert, steps);
            return insert.executeUpdate();
        }
    }

    private static void fill(Connection connection, PreparedStatement statement, List<AnswerStep> steps)
            throws SQLException {
        statement.setArray(1, array(connection, "uuid", steps, AnswerStep::sittingId));
        statement.setArray(2, array(connection, "int4", steps, AnswerStep::seq));
        statement.setArray(3, array(connection, "uuid", steps, AnswerStep::slot));
        statement.setArray(4, array(connection, "text", steps, AnswerStep::answer));
        statement.setArray(5, array(connection, "timestamptz", steps, AnswerStep::typedAt));
        statement.setArray(6, array(connection, "timestamptz", steps, AnswerStep::receivedAt));
    }

    /// Values go as text, which the driver and the server agree on in every time zone.
    private static Array array(
            Connection connection, String type, List<AnswerStep> steps, Function<AnswerStep, @Nullable Object> value)
            throws SQLException {
        @Nullable String[] texts = new @Nullable String[steps.size()];
        for (int i = 0; i < texts.length; i++) {
            var one = value.apply(steps.get(i));
            texts[i] = one == null ? null : one.toString();
        }
        return connection.createArrayOf(type, texts);
    }

    /// Class 22 of SQLSTATE: a value that the database cannot take, however often it is sent.
    static boolean isAboutData(SQLException failed) {
        var state = failed.getSQLState();
        return state != null && state.startsWith("22");
    }
}
