package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.PupilTaken;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// What a family has had stopped stays stopped when another school takes the child: the request that asked for it
/// goes along as one that is done, so that the new school can take it back. What is stopped there already is left
/// alone.
@ApplicationScoped
class TransferredStops {
    private record Same(UUID before, UUID now) {}

    private record Stop(UUID request, String use) {}

    private final Rows rows;

    TransferredStops(Rows rows) {
        this.rows = rows;
    }

    void taken(@Observes PupilTaken event) {
        var family = family(event);
        family.forEach((before, now) -> standing(before, now).forEach((request, uses) -> {
            var id = Ids.next(event.at());
            carry(id, request, event.school(), now, family);
            stop(id, request, event.school(), now, uses);
        }));
    }

    /// The pupil and those who act for him: who they are now, by who they were.
    private Map<UUID, UUID> family(PupilTaken event) {
        var family = new HashMap<UUID, UUID>();
        family.put(event.before(), event.pupil());
        rows.list("""
                        select o.id, p.id from guardianship g join person o on o.id = g.guardian_id
                        join person p on p.school_id = ? and p.erased_at is null
                          and (p.came_from = o.id or o.came_from = p.id)
                        where g.child_id = ?""", row -> new Same(row.uuid(1), row.uuid(2)), event.school(), event.before())
                .forEach(same -> family.put(same.before, same.now));
        return family;
    }

    /// Uses by the request that stopped them.
    private Map<UUID, List<String>> standing(UUID before, UUID now) {
        return rows.list("""
                        select s.request_id, s.used_for from use_stop s where s.person_id = ? and s.ended_at is null
                          and not exists (select 1 from use_stop there where there.person_id = ?
                                            and there.used_for = s.used_for and there.ended_at is null)""", row -> new Stop(row.uuid(1), row.text(2)), before, now).stream()
                .collect(Collectors.groupingBy(Stop::request, Collectors.mapping(Stop::use, Collectors.toList())));
    }

    private void carry(UUID id, UUID request, UUID school, UUID subject, Map<UUID, UUID> family) {
        var askedBy = rows.first("select asked_by from privacy_request where id = ?", row -> row.uuid(1), request)
                .map(family::get)
                .orElse(subject);
        rows.change("""
                insert into privacy_request (id, school_id, subject_id, asked_by, kind, text, asked_at, answer_by,
                                             stop_by, state, answer, answered_at, done_at)
                select ?, ?, ?, ?, kind, text, asked_at, answer_by, stop_by, state, answer, answered_at, done_at
                from privacy_request where id = ?""", id, school, subject, askedBy, request);
    }

    private void stop(UUID id, UUID request, UUID school, UUID person, List<String> uses) {
        rows.change(
                "insert into use_stop (request_id, used_for, school_id, person_id, stopped_by, stopped_at)"
                        + " select ?, used_for, ?, ?, stopped_by, stopped_at from use_stop"
                        + " where request_id = ? and used_for = any(?)",
                id,
                school,
                person,
                request,
                uses.toArray(String[]::new));
    }
}
