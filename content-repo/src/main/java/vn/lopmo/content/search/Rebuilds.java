package vn.lopmo.content.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Orders to make the index anew, and how far every replica is: rows, so that each replica sees them and none is lost.
@ApplicationScoped
class Rebuilds {
    private static final String GONE = "1 day";

    private final DataSource database;

    Rebuilds(DataSource database) {
        this.database = database;
    }

    /// @param rebuild the order that the replica's index fulfils, or works on while `done` is less than `total`
    record Progress(
            String replica, long rebuild, int done, int total, int materials, int pages, long bytes, Instant toldAt) {}

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    long order() {
        return ask("insert into index_rebuild default values returning number", Rebuilds::firstNumber);
    }

    /// 0 if nobody ever asked.
    long newest() {
        return ask("select coalesce(max(number), 0) from index_rebuild", Rebuilds::firstNumber);
    }

    void tell(Progress at) {
        ask(
                "insert into index_progress (replica, rebuild, done, total, materials, pages, bytes, told_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, now()) on conflict (replica) do update set"
                        + " rebuild = excluded.rebuild, done = excluded.done, total = excluded.total,"
                        + " materials = excluded.materials, pages = excluded.pages, bytes = excluded.bytes,"
                        + " told_at = excluded.told_at",
                statement -> {
                    statement.setString(1, at.replica);
                    statement.setLong(2, at.rebuild);
                    statement.setInt(3, at.done);
                    statement.setInt(4, at.total);
                    statement.setInt(5, at.materials);
                    statement.setInt(6, at.pages);
                    statement.setLong(7, at.bytes);
                    return statement.executeUpdate();
                });
    }

    List<Progress> all() {
        ask(
                "delete from index_progress where told_at < now() - interval '" + GONE + "'",
                PreparedStatement::executeUpdate);
        return ask(
                "select replica, rebuild, done, total, materials, pages, bytes, told_at from index_progress order by 1",
                statement -> {
                    var all = new ArrayList<Progress>();
                    try (var row = statement.executeQuery()) {
                        while (row.next()) {
                            all.add(new Progress(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    row.getInt(6),
                                    row.getLong(7),
                                    row.getTimestamp(8).toInstant()));
                        }
                    }
                    return all;
                });
    }

    private static long firstNumber(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private <T> T ask(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
