package vn.lopmo.assessment.sitting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// The table of what devices have noticed. Each call blocks; adding is a commit of its own.
@ApplicationScoped
public class Signs {
    private static final Logger LOG = Logger.getLogger(Signs.class);
    private static final String ADD =
            "insert into sitting_event (sitting_id, device, n, kind, at, seconds, received_at)"
                    + " select ?, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz"
                    + " where (select count(*) from sitting_event where sitting_id = ?) < ? on conflict do nothing";
    /// No honest device comes near; beyond it nothing more is kept of the sitting.
    private static final int MOST = 5_000;
    private static final String OF =
            "select device, n, kind, at, seconds, received_at from sitting_event where sitting_id = ? order by at, n";

    private final AgroalDataSource database;

    Signs(AgroalDataSource database) {
        this.database = database;
    }

    /// @throws Refusal.Unavailable if they could not be kept now: the device sends them again
    void add(List<Sign> signs) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            for (var sign : signs) {
                insert.setObject(1, sign.sittingId());
                insert.setString(2, sign.device());
                insert.setInt(3, sign.n());
                insert.setString(4, sign.kind().name());
                insert.setString(5, sign.at().toString());
                insert.setObject(6, sign.seconds(), Types.INTEGER);
                insert.setString(7, sign.receivedAt().toString());
                insert.setObject(8, sign.sittingId());
                insert.setInt(9, MOST);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            LOG.warnf("signs could not be kept now: SQL state %s", failed.getSQLState());
            throw new Refusal.Unavailable("saving-delayed", 2);
        }
    }

    /// In the order of time.
    public List<Sign> of(UUID sittingId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OF)) {
            query.setObject(1, sittingId);
            try (var rows = query.executeQuery()) {
                var signs = new ArrayList<Sign>();
                while (rows.next()) {
                    signs.add(sign(sittingId, rows));
                }
                return signs;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("signs cannot be read", failed);
        }
    }

    private static Sign sign(UUID sittingId, ResultSet row) throws SQLException {
        return new Sign(
                sittingId,
                row.getString("device"),
                row.getInt("n"),
                Sign.Kind.valueOf(row.getString("kind")),
                instant(row, "at"),
                row.getObject("seconds", Integer.class),
                instant(row, "received_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
