package vn.lopmo.content.harvest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.Rows;
import vn.lopmo.platform.refusal.Refusal;

/// The libraries that schools take records from.
@ApplicationScoped
class HarvestSources {
    private final Rows rows;

    HarvestSources(Rows rows) {
        this.rows = rows;
    }

    List<HarvestSource> ofSchool(UUID schoolId) {
        return rows.query(
                "select " + HarvestSource.COLUMNS + " from harvest_source s where s.school_id = ? order by s.added_at",
                HarvestSource::of,
                schoolId);
    }

    HarvestSource get(UUID id, UUID schoolId) {
        return rows.find(
                        "select " + HarvestSource.COLUMNS + " from harvest_source s where s.id = ? and s.school_id = ?",
                        HarvestSource::of,
                        id,
                        schoolId)
                .orElseThrow(() -> new Refusal.NotFound("harvest-source-not-found"));
    }

    /// @throws Refusal.Conflict if the school has it already
    void add(HarvestSource source) {
        int added = rows.update(
                """
                insert into harvest_source (id, school_id, name, address, set_spec, prefix, by_day, added_by, added_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (school_id, address, set_spec) do nothing""",
                source.id(),
                source.schoolId(),
                source.name(),
                source.address(),
                source.set(),
                source.prefix(),
                source.byDay(),
                source.addedBy(),
                at(source.addedAt()));
        if (added == 0) {
            throw new Refusal.Conflict("harvest-source-known");
        }
    }

    /// With the memory of what was taken from it; the materials stay.
    void remove(UUID id, UUID schoolId) {
        if (rows.update("delete from harvest_source where id = ? and school_id = ?", id, schoolId) == 0) {
            throw new Refusal.NotFound("harvest-source-not-found");
        }
    }

    void takenUntil(UUID id, Instant theirClock) {
        rows.update("update harvest_source set taken_until = ? where id = ?", at(theirClock), id);
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
