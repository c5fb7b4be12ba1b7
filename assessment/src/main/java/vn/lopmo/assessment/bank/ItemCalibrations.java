package vn.lopmo.assessment.bank;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The last calibration of each version of each item. Used inside the caller's transaction.
@ApplicationScoped
public class ItemCalibrations {
    private static final String PUT = """
            insert into item_calibration (item_id, item_version, school_id, calibration_id, model, learners, facility,
                a, b, c, intercept, se_a, se_b, chi2, df, p, calibrated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item_id, item_version) do update
            set calibration_id = excluded.calibration_id, model = excluded.model, learners = excluded.learners,
                facility = excluded.facility, a = excluded.a, b = excluded.b, c = excluded.c,
                intercept = excluded.intercept, se_a = excluded.se_a, se_b = excluded.se_b, chi2 = excluded.chi2,
                df = excluded.df, p = excluded.p, calibrated_at = excluded.calibrated_at
            where item_calibration.school_id = excluded.school_id""";
    private static final String OF = """
            select item_id, item_version, calibration_id, model, learners, facility, a, b, c, intercept, se_a, se_b,
                chi2, df, p, calibrated_at
            from item_calibration where school_id = ? and item_id = any(?)""";

    private final AgroalDataSource database;

    ItemCalibrations(AgroalDataSource database) {
        this.database = database;
    }

    /// A version of an item.
    public record Of(UUID itemId, int version) {}

    public void put(UUID schoolId, List<ItemCalibration> all) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PUT)) {
            for (var one : all) {
                fill(insert, schoolId, one);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("calibrations cannot be written", failed);
        }
    }

    public Optional<ItemCalibration> of(UUID schoolId, UUID itemId, int version) {
        return Optional.ofNullable(of(schoolId, List.of(itemId)).get(new Of(itemId, version)));
    }

    public Map<Of, ItemCalibration> of(UUID schoolId, Collection<UUID> itemIds) {
        var found = new HashMap<Of, ItemCalibration>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OF)) {
            query.setObject(1, schoolId);
            query.setArray(2, connection.createArrayOf("uuid", itemIds.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var one = calibration(rows);
                    found.put(new Of(one.itemId(), one.version()), one);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("calibrations cannot be read", failed);
        }
        return found;
    }

    private static void fill(PreparedStatement insert, UUID schoolId, ItemCalibration one) throws SQLException {
        var fit = one.fit();
        insert.setObject(1, one.itemId());
        insert.setInt(2, one.version());
        insert.setObject(3, schoolId);
        insert.setObject(4, one.calibrationId());
        insert.setString(5, one.model());
        insert.setInt(6, one.learners());
        insert.setDouble(7, one.facility());
        insert.setObject(8, one.a(), Types.DOUBLE);
        insert.setObject(9, one.b(), Types.DOUBLE);
        insert.setObject(10, one.c(), Types.DOUBLE);
        insert.setObject(11, one.intercept(), Types.DOUBLE);
        insert.setObject(12, one.seA(), Types.DOUBLE);
        insert.setObject(13, one.seB(), Types.DOUBLE);
        insert.setObject(14, fit == null ? null : fit.chi2(), Types.DOUBLE);
        insert.setObject(15, fit == null ? null : fit.df(), Types.INTEGER);
        insert.setObject(16, fit == null ? null : fit.p(), Types.DOUBLE);
        insert.setObject(17, OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC));
    }

    private static ItemCalibration calibration(ResultSet row) throws SQLException {
        return new ItemCalibration(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getInt(5),
                row.getDouble(6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                number(row, 10),
                number(row, 11),
                number(row, 12),
                fit(row),
                instant(row));
    }

    private static ItemCalibration.@Nullable Fit fit(ResultSet row) throws SQLException {
        var chi2 = number(row, 13);
        return chi2 == null ? null : new ItemCalibration.Fit(chi2, row.getInt(14), row.getDouble(15));
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(number);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(16, OffsetDateTime.class).toInstant();
    }
}
