package vn.lopmo.content.harvest;

import static vn.lopmo.content.harvest.HarvestSources.at;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.content.file.Rows;

/// What was taken from a library, by its names there, and which draft it became.
@ApplicationScoped
class HarvestedRecords {
    private static final int MOST = 200;
    private static final String COLUMNS =
            "h.identifier, h.material_id, h.fingerprint, h.rights, h.revision, h.differs, h.gone, h.at";

    private final Rows rows;

    HarvestedRecords(Rows rows) {
        this.rows = rows;
    }

    /// @param revision of the material after it was written the last time
    /// @param differs they tell it otherwise now, but somebody has worked on ours
    /// @param gone it is there no more
    record Taken(
            String identifier,
            UUID materialId,
            String fingerprint,
            String rights,
            int revision,
            boolean differs,
            boolean gone,
            Instant at) {}

    /// What a librarian should look at.
    ///
    /// @param title of ours
    /// @param state of ours
    record Notable(
            String identifier,
            UUID materialId,
            String title,
            String state,
            String rights,
            boolean differs,
            boolean gone,
            Instant at) {}

    record Sums(long taken, long differing, long gone) {}

    Map<String, Taken> of(UUID sourceId, List<String> identifiers) {
        return rows
                .query(
                        "select " + COLUMNS
                                + " from harvested_record h where h.source_id = ? and h.identifier = any (?)",
                        row -> new Taken(
                                row.getString(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()),
                        sourceId,
                        identifiers.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Taken::identifier, Function.identity()));
    }

    void put(UUID sourceId, Taken record) {
        rows.update(
                """
                insert into harvested_record (source_id, identifier, material_id, fingerprint, rights, revision, differs,
                                              gone, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (source_id, identifier) do update set fingerprint = excluded.fingerprint,
                    rights = excluded.rights, revision = excluded.revision, differs = excluded.differs,
                    gone = excluded.gone, at = excluded.at""",
                sourceId,
                record.identifier,
                record.materialId,
                record.fingerprint,
                record.rights,
                record.revision,
                record.differs,
                record.gone,
                at(record.at));
    }

    /// Those that are gone at the other side, or told otherwise now; the newest first, two hundred at most.
    List<Notable> notable(UUID sourceId) {
        return rows.query(
                """
                select h.identifier, h.material_id, m.metadata ->> 'title', m.state, h.rights, h.differs, h.gone, h.at
                from harvested_record h join material m on m.id = h.material_id
                where h.source_id = ? and (h.gone or h.differs) order by h.at desc, h.identifier limit\s""" + MOST,
                row -> new Notable(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                sourceId);
    }

    Sums sums(UUID sourceId) {
        return rows.find("""
                        select count(*), count(*) filter (where differs and not gone), count(*) filter (where gone)
                        from harvested_record where source_id = ?""", row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)), sourceId)
                .orElseThrow();
    }
}
