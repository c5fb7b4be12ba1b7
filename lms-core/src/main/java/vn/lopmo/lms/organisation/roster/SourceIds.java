package vn.lopmo.lms.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.platform.sql.Rows;

/// What another system calls the people of a school, and the other marks by which lists mean them.
@ApplicationScoped
public class SourceIds {
    private final Rows rows;

    SourceIds(Rows rows) {
        this.rows = rows;
    }

    private record Pair(String source, UUID person) {}

    public Map<String, UUID> of(UUID schoolId) {
        return rows
                .list(
                        "select source_id, person_id from one_roster_id where school_id = ?",
                        row -> new Pair(row.text(1), row.uuid(2)),
                        schoolId)
                .stream()
                .collect(Collectors.toMap(Pair::source, Pair::person));
    }

    /// Whom some of these mean.
    Map<String, UUID> meant(UUID schoolId, Collection<String> sources) {
        return sources.isEmpty()
                ? Map.of()
                : rows
                        .list(
                                "select source_id, person_id from one_roster_id where school_id = ? and source_id = any(?)",
                                row -> new Pair(row.text(1), row.uuid(2)),
                                schoolId,
                                sources.toArray(String[]::new))
                        .stream()
                        .collect(Collectors.toMap(Pair::source, Pair::person));
    }

    void keep(UUID schoolId, Map<String, UUID> people) {
        rows.change(
                "insert into one_roster_id (school_id, source_id, person_id) select ?, source_id, person_id"
                        + " from unnest(?, ?) as named (source_id, person_id)"
                        + " on conflict (school_id, source_id) do update set person_id = excluded.person_id",
                schoolId,
                people.keySet().toArray(String[]::new),
                people.values().toArray(UUID[]::new));
    }
}
