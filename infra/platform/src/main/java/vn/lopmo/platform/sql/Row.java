package vn.lopmo.platform.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row that is just read; columns are counted from 1. Good for as long as its reading lasts.
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public UUID uuid(int column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(int column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public String text(int column) throws SQLException {
        return rows.getString(column);
    }

    public @Nullable String textOrNull(int column) throws SQLException {
        return rows.getString(column);
    }

    public Instant time(int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant timeOrNull(int column) throws SQLException {
        @Nullable OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public int number(int column) throws SQLException {
        return rows.getInt(column);
    }

    public @Nullable Integer numberOrNull(int column) throws SQLException {
        int number = rows.getInt(column);
        return rows.wasNull() ? null : number;
    }

    public long big(int column) throws SQLException {
        return rows.getLong(column);
    }

    public BigDecimal decimal(int column) throws SQLException {
        return rows.getBigDecimal(column);
    }

    public @Nullable BigDecimal decimalOrNull(int column) throws SQLException {
        return rows.getBigDecimal(column);
    }

    /// An array of text.
    public List<String> texts(int column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    public boolean is(int column) throws SQLException {
        return rows.getBoolean(column);
    }
}
