package vn.lopmo.content.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Another library, or one set of it, from which a school takes records.
///
/// @param set "" for all
/// @param byDay it tells days apart, but no moments
/// @param takenUntil their clock when the last whole harvest began
record HarvestSource(
        UUID id,
        UUID schoolId,
        String name,
        String address,
        String set,
        String prefix,
        boolean byDay,
        @Nullable Instant takenUntil,
        UUID addedBy,
        Instant addedAt) {
    static final String COLUMNS =
            "s.id, s.school_id, s.name, s.address, s.set_spec, s.prefix, s.by_day, s.taken_until, s.added_by, s.added_at";

    static HarvestSource of(ResultSet row) throws SQLException {
        return new HarvestSource(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                moment(row, 8),
                row.getObject(9, UUID.class),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
