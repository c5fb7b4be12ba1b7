package vn.lopmo.content.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Reads `index_change` in an order that a late commit cannot upset: by transaction, and only those older than every
/// transaction that is still open.
@ApplicationScoped
class ChangeTail {
    private static final int BATCH = 100;

    private final DataSource database;

    ChangeTail(DataSource database) {
        this.database = database;
    }

    record Position(long transaction, long number) {
        static Position of(Map<String, String> note) {
            return new Position(
                    Long.parseLong(note.getOrDefault("transaction", "0")),
                    Long.parseLong(note.getOrDefault("number", "0")));
        }

        boolean isAfter(Position other) {
            return transaction > other.transaction;
        }
    }

    record Change(Position position, UUID materialId) {}

    List<Change> after(Position position) {
        var sql = "select transaction::text, number, material_id from index_change"
                + " where (transaction, number) > (?::text::xid8, ?)"
                + " and transaction < pg_snapshot_xmin(pg_current_snapshot())"
                + " order by transaction, number limit " + BATCH;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, Long.toString(position.transaction()));
            statement.setLong(2, position.number());
            var changes = new ArrayList<Change>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var at = new Position(Long.parseLong(rows.getString(1)), rows.getLong(2));
                    changes.add(new Change(at, rows.getObject(3, UUID.class)));
                }
            }
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everything that was committed before now lies behind this position or at it.
    Position reached() {
        return new Position(Long.parseLong(ask("select pg_snapshot_xmin(pg_current_snapshot())::text")), 0);
    }

    /// Which database this is.
    String source() {
        return ask("select id::text from index_source");
    }

    private String ask(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("no answer to " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
