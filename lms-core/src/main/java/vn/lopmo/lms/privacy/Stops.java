package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.Uses.Use;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Uses that were stopped for a person because he asked, each by the request that asked for it.
@ApplicationScoped
class Stops {
    private record Stop(UUID request, Use use) {}

    private final Rows rows;

    Stops(Rows rows) {
        this.rows = rows;
    }

    void put(PrivacyRequest request, Collection<Use> uses, UUID by, Instant now) {
        for (var use : uses) {
            rows.change(
                    "insert into use_stop (request_id, used_for, school_id, person_id, stopped_by, stopped_at)"
                            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                    request.id(),
                    use.name(),
                    request.schoolId(),
                    request.subjectId(),
                    by,
                    now);
        }
    }

    /// All that the request stopped goes on again.
    ///
    /// @throws Refusal.Conflict if nothing of it stands
    void takeBack(PrivacyRequest request, UUID by, Instant now) {
        int ended = rows.change(
                "update use_stop set ended_at = ?, ended_by = ? where request_id = ? and ended_at is null",
                now,
                by,
                request.id());
        if (ended == 0) {
            throw new Refusal.Conflict("nothing-stopped");
        }
    }

    /// What stands, by request.
    Map<UUID, List<Use>> of(Collection<UUID> requests) {
        return rows
                .list(
                        "select request_id, used_for from use_stop where request_id = any(?) and ended_at is null"
                                + " order by used_for",
                        row -> new Stop(row.uuid(1), Use.valueOf(row.text(2))),
                        (Object) requests.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Stop::request, Collectors.mapping(Stop::use, Collectors.toList())));
    }

    void erase(UUID personId) {
        rows.change("delete from use_stop where person_id = ?", personId);
    }
}
