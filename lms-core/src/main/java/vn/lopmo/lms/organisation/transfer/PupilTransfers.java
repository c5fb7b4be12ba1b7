package vn.lopmo.lms.organisation.transfer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.lms.organisation.transfer.PupilTransfer.State;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class PupilTransfers implements PanacheRepositoryBase<PupilTransfer, UUID> {
    private static final Duration TOLD = Duration.ofDays(400);

    /// One that the school has made, held until the transaction ends: it is settled once.
    ///
    /// @throws Refusal.NotFound also if it is another school's
    PupilTransfer held(UUID id, UUID fromSchool) {
        return held("id = ?1 and schoolId = ?2", id, fromSchool);
    }

    /// One that was made to the school, held likewise.
    PupilTransfer heldFor(UUID id, UUID toSchool) {
        return held("id = ?1 and toSchoolId = ?2", id, toSchool);
    }

    private PupilTransfer held(String condition, UUID id, UUID school) {
        return find(condition, id, school)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("pupil-transfer-not-found"));
    }

    /// The latest first, those of a year.
    List<PupilTransfer> from(UUID school, Instant now) {
        return list("schoolId = ?1 and offeredAt > ?2 order by offeredAt desc", school, now.minus(TOLD));
    }

    /// What waits for a school, and whom it took; of whom it did not take it keeps nothing in sight.
    List<PupilTransfer> to(UUID school, Instant now) {
        return list(
                "toSchoolId = ?1 and offeredAt > ?2"
                        + " and (state = ?3 and takenAs is not null or state = ?4 and endsAt > ?5)"
                        + " order by offeredAt desc",
                school,
                now.minus(TOLD),
                State.TAKEN,
                State.WAITING,
                now);
    }

    /// Until the transaction ends nobody else offers this pupil.
    void hold(UUID personId) {
        getEntityManager().find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE);
    }

    /// An offer that nobody answered makes room for another.
    void end(UUID personId, Instant now) {
        update(
                "state = ?1 where personId = ?2 and state = ?3 and endsAt <= ?4",
                State.ENDED,
                personId,
                State.WAITING,
                now);
    }

    boolean waits(UUID personId) {
        return count("personId = ?1 and state = ?2", personId, State.WAITING) > 0;
    }

    /// Taken, and the old account still open.
    List<PupilTransfer> toShut() {
        return list("state = ?1 and shut = false", State.TAKEN);
    }

    void erased(@Observes PersonErased event) {
        delete("personId", event.personId());
        update("takenAs = null where takenAs = ?1", event.personId());
    }
}
