package vn.lopmo.platform.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.sql.Rows;

/// Gathers what this service holds of a person when lms-core tells that it was asked for
/// (`lms.person-export-asked.v1`), and keeps it for a week. No service asks another while somebody waits.
@ApplicationScoped
public class PersonExports implements EventHandler<PersonExports.Asked> {
    static final Duration LIFE = Duration.ofDays(7);

    /// @param readerIds who may fetch it besides the school's administrators
    public record Asked(UUID exportId, UUID schoolId, UUID personId, List<UUID> readerIds) {}

    /// One service's part.
    public record Part(UUID exportId, UUID schoolId, UUID personId, List<UUID> readers, String body) {}

    /// Somebody has opened this service's part. Fired inside the service, before he gets it.
    public record Opened(UUID personId, Caller by) {}

    private final PersonRows personRows;
    private final Rows rows;
    private final Clock clock;
    private final String service;

    PersonExports(
            PersonRows personRows,
            Rows rows,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.personRows = personRows;
        this.rows = rows;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public String type() {
        return "lms.person-export-asked.v1";
    }

    @Override
    public Class<Asked> body() {
        return Asked.class;
    }

    @Override
    public void handle(Asked asked, Origin origin) {
        var now = clock.instant();
        rows.change("delete from person_export where made_at < ?", now.minus(LIFE));
        var body = personRows.of(asked.personId);
        body.put("service", service);
        body.put("madeAt", now.toString());
        rows.change(
                "insert into person_export (export_id, school_id, person_id, readers, body, made_at)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), ?) on conflict do nothing",
                asked.exportId,
                asked.schoolId,
                asked.personId,
                asked.readerIds.toArray(UUID[]::new),
                body.toString(),
                now);
    }

    Optional<Part> find(UUID exportId) {
        return rows.first(
                "select export_id, school_id, person_id, array_to_string(readers, ','), body::text from person_export"
                        + " where export_id = ? and made_at > ?",
                row -> new Part(row.uuid(1), row.uuid(2), row.uuid(3), ids(row.text(4)), row.text(5)),
                exportId,
                clock.instant().minus(LIFE));
    }

    private static List<UUID> ids(String line) {
        return line.isEmpty()
                ? List.of()
                : List.of(line.split(",")).stream().map(UUID::fromString).toList();
    }

    /// Erased with the person.
    public void forget(UUID personId) {
        rows.change("delete from person_export where person_id = ?", personId);
    }
}
