package vn.lopmo.content.packages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lopmo.content.file.reading.Entries;
import vn.lopmo.content.file.reading.PackageSheet;

/// What was unpacked, in plain SQL: a package has thousands of entries that nobody needs as entities.
@ApplicationScoped
class PackageShelf {
    private static final int BATCH = 500;

    private final DataSource database;
    private final ObjectMapper json;

    PackageShelf(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<PackageSheet> findSheet(UUID fileId) {
        var sql = "select sheet from package_content where file_id = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, fileId);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(json.readValue(row.getString(1), PackageSheet.class))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Entries.Entry> findEntry(UUID fileId, String path) {
        var sql = "select hash, media_type, size from package_entry where file_id = ? and path = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, fileId);
            statement.setString(2, path);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Entries.Entry(path, row.getString(1), row.getString(2), row.getLong(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts this in the place of what was there, in the caller's transaction.
    void replace(UUID fileId, UUID schoolId, PackageSheet sheet, List<Entries.Entry> entries) {
        try (var connection = database.getConnection()) {
            delete(connection, "delete from package_entry where file_id = ?", fileId);
            delete(connection, "delete from package_content where file_id = ?", fileId);
            insert(connection, fileId, schoolId, json.writeValueAsString(sheet));
            insert(connection, fileId, entries);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Connection connection, String sql, UUID fileId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, fileId);
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, UUID fileId, UUID schoolId, String sheet) throws SQLException {
        var sql = "insert into package_content (file_id, school_id, sheet) values (?, ?, cast(? as jsonb))";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, fileId);
            statement.setObject(2, schoolId);
            statement.setString(3, sheet);
            statement.executeUpdate();
        }
    }

    private static void insert(Connection connection, UUID fileId, List<Entries.Entry> entries) throws SQLException {
        var sql = "insert into package_entry (file_id, path, hash, media_type, size) values (?, ?, ?, ?, ?)";
        int n = 0;
        try (var statement = connection.prepareStatement(sql)) {
            for (var entry : entries) {
                statement.setObject(1, fileId);
                statement.setString(2, entry.path());
                statement.setString(3, entry.hash());
                statement.setString(4, entry.mediaType());
                statement.setLong(5, entry.size());
                statement.addBatch();
                if (++n % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
