package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PageText;

/// What was read out of files, in plain SQL: books have thousands of pages that nobody needs as entities.
@ApplicationScoped
public class FilePages {
    private static final int BATCH = 50;

    private final DataSource database;

    FilePages(DataSource database) {
        this.database = database;
    }

    record Page(@Nullable String title, String html) {}

    record Part(String hash, String mediaType, long size) {}

    /// One page for the index.
    public record Text(UUID fileId, int n, @Nullable String title, String text) {}

    List<String> titles(UUID fileId) {
        return query(
                "select coalesce(title, '') from file_page where file_id = ? order by n",
                row -> row.getString(1),
                fileId);
    }

    Optional<Page> find(UUID fileId, int n) {
        return query(
                        "select title, html from file_page where file_id = ? and n = ?",
                        row -> new Page(row.getString(1), row.getString(2)),
                        fileId,
                        n)
                .stream()
                .findFirst();
    }

    Optional<Part> findPart(UUID fileId, String hash) {
        return query(
                        "select hash, media_type, size from file_part where file_id = ? and hash = ?",
                        row -> new Part(row.getString(1), row.getString(2), row.getLong(3)),
                        fileId,
                        hash)
                .stream()
                .findFirst();
    }

    /// The next few pages behind page `n`, so that a long book is never held whole.
    public List<Text> after(UUID fileId, int n) {
        return query(
                "select n, title, text from file_page where file_id = ? and n > ? order by n limit " + BATCH,
                row -> new Text(fileId, row.getInt(1), row.getString(2), row.getString(3)),
                fileId,
                n);
    }

    /// One page as it is read.
    public record Written(int n, @Nullable String title, String html) {}

    /// The next few pages behind page `n` that have something on them.
    public List<Written> writtenAfter(UUID fileId, int n) {
        return query(
                "select n, title, html from file_page where file_id = ? and n > ? and html <> '' order by n limit "
                        + BATCH,
                row -> new Written(row.getInt(1), row.getString(2), row.getString(3)),
                fileId,
                n);
    }

    /// How many pages have something on them.
    public int written(UUID fileId) {
        return query("select count(*) from file_page where file_id = ? and html <> ''", row -> row.getInt(1), fileId)
                .getFirst();
    }

    List<Part> parts(UUID fileId) {
        return query(
                "select hash, media_type, size from file_part where file_id = ?",
                row -> new Part(row.getString(1), row.getString(2), row.getLong(3)),
                fileId);
    }

    /// Puts these in the place of what was there, in the caller's transaction.
    int replace(UUID fileId, Iterable<PageText> pages, List<Part> parts) {
        try (var connection = database.getConnection()) {
            delete(connection, "delete from file_page where file_id = ?", fileId);
            delete(connection, "delete from file_part where file_id = ?", fileId);
            insertParts(connection, fileId, parts);
            return insertPages(connection, fileId, pages);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Pages on which no words were found.
    List<Integer> withoutText(UUID fileId) {
        return query(
                "select n from file_page where file_id = ? and text = '' order by n", row -> row.getInt(1), fileId);
    }

    /// Puts the words of one page in the place of what was there, in the caller's transaction.
    void write(UUID fileId, int n, PageText page) {
        try (var connection = database.getConnection()) {
            try (var statement = connection.prepareStatement(
                    "insert into file_page (file_id, n, title, text, html) values (?, ?, null, ?, ?)"
                            + " on conflict (file_id, n) do update set text = excluded.text, html = excluded.html")) {
                statement.setObject(1, fileId);
                statement.setInt(2, n);
                statement.setString(3, page.text());
                statement.setString(4, page.html());
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement(
                    "update stored_file set pages = greatest(coalesce(pages, 0), ?) where id = ?")) {
                statement.setInt(1, n);
                statement.setObject(2, fileId);
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Connection connection, String sql, UUID fileId) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, fileId);
            statement.executeUpdate();
        }
    }

    private static int insertPages(Connection connection, UUID fileId, Iterable<PageText> pages) throws SQLException {
        var sql = "insert into file_page (file_id, n, title, text, html) values (?, ?, ?, ?, ?)";
        int n = 0;
        try (var statement = connection.prepareStatement(sql)) {
            for (PageText page : pages) {
                statement.setObject(1, fileId);
                statement.setInt(2, ++n);
                statement.setString(3, page.title());
                statement.setString(4, page.text());
                statement.setString(5, page.html());
                statement.addBatch();
                if (n % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        return n;
    }

    private static void insertParts(Connection connection, UUID fileId, List<Part> parts) throws SQLException {
        var sql = "insert into file_part (file_id, hash, media_type, size) values (?, ?, ?, ?) on conflict do nothing";
        try (var statement = connection.prepareStatement(sql)) {
            for (Part part : parts) {
                statement.setObject(1, fileId);
                statement.setString(2, part.hash());
                statement.setString(3, part.mediaType());
                statement.setLong(4, part.size());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reading, Object... arguments) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            var result = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(reading.read(rows));
                }
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
