package vn.lopmo.content.bookmark;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lopmo.platform.caller.Caller;

/// Who is where, in plain SQL: a reader writes every few seconds. Everything asked is asked for one person.
@ApplicationScoped
class Positions {
    private static final String COLUMNS = "select file_id, material_id, n, within, share, at from reading_position";

    private final DataSource database;

    Positions(DataSource database) {
        this.database = database;
    }

    /// Two windows of one person may both write: the later moment stays.
    void keep(Caller person, Position position) {
        update(
                "insert into reading_position (person_id, school_id, file_id, material_id, n, within, share, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (person_id, file_id) do update set"
                        + " n = excluded.n, within = excluded.within, share = excluded.share, at = excluded.at"
                        + " where reading_position.at <= excluded.at",
                person.id(),
                person.schoolId(),
                position.fileId(),
                position.materialId(),
                position.n(),
                position.within(),
                position.share(),
                OffsetDateTime.ofInstant(position.at(), ZoneOffset.UTC));
    }

    Optional<Position> find(Caller person, UUID fileId) {
        return query(
                        COLUMNS + " where person_id = ? and school_id = ? and file_id = ?",
                        person.id(),
                        person.schoolId(),
                        fileId)
                .stream()
                .findFirst();
    }

    /// What is begun and not read to its end, the last first.
    List<Position> unfinished(Caller person, int most) {
        return query(
                COLUMNS + " where person_id = ? and school_id = ? and share < ? order by at desc limit ?",
                person.id(),
                person.schoolId(),
                Position.READ,
                most);
    }

    void forget(Caller person, UUID fileId) {
        update("delete from reading_position where person_id = ? and file_id = ?", person.id(), fileId);
    }

    void forgetAll(Caller person) {
        update("delete from reading_position where person_id = ?", person.id());
    }

    private void update(String sql, Object... arguments) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, arguments);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Position> query(String sql, Object... arguments) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, arguments);
            var found = new ArrayList<Position>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(position(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
