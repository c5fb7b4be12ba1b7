package vn.lopmo.platform.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// SQL beside Hibernate, for what everybody does at the same moment: see docs/adr/0007. Each call is one statement, in
/// the caller's transaction if there is one, else in one of its own. What entities have not yet written is not seen.
@ApplicationScoped
public class Rows {
    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /// Makes something of a row.
    public interface Reading<T> {
        T read(Row row) throws SQLException;
    }

    /// @param values of the question marks in their order: UUID, String, Instant, numbers, Boolean, arrays of
    ///     UUID, String, Integer, Boolean or Instant, or null where the statement says the type
    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = filled(connection, sql, values);
                var rows = statement.executeQuery()) {
            var row = new Row(rows);
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.read(row));
            }
            return read;
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    public <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... values) {
        return list(sql, reading, values).stream().findFirst();
    }

    /// @return how many rows it changed
    public int change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = filled(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            fill(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void fill(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case Instant time -> statement.setObject(at, time.atOffset(ZoneOffset.UTC));
            case UUID[] ids -> fill(statement, at, "uuid", ids);
            case String[] texts -> fill(statement, at, "text", texts);
            case Integer[] numbers -> fill(statement, at, "int4", numbers);
            case Boolean[] answers -> fill(statement, at, "bool", answers);
            // in ISO 8601, which PostgreSQL reads
            case Instant[] times -> fill(statement, at, "timestamptz", times);
            default -> statement.setObject(at, value);
        }
    }

    private static void fill(PreparedStatement statement, int at, String type, Object[] elements) throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf(type, elements));
    }

    private static IllegalStateException failure(SQLException failed) {
        return new IllegalStateException("the database refused: SQL state " + failed.getSQLState(), failed);
    }
}
