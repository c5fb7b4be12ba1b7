package vn.lopmo.assessment.analysis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// All calibrations that were asked for.
@ApplicationScoped
class CalibrationJobs implements PanacheRepositoryBase<CalibrationJob, UUID> {
    /// A runner says every few seconds that it is alive.
    private static final Duration LOST = Duration.ofSeconds(30);
    private static final String TAKE = """
            update calibration set state = 'RUNNING', runs = runs + 1, seen_at = :now
            where id = (select id from calibration
                where state = 'QUEUED' or state = 'RUNNING' and seen_at < :lost
                order by asked_at limit 1 for update skip locked)
            returning id""";
    private static final int MOST_LISTED = 50;

    /// @throws Refusal.NotFound if there is none that he may see
    CalibrationJob get(Caller caller, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, caller.schoolId())
                .firstResultOptional()
                .filter(job -> AnalysisPolicy.maySee(caller, job))
                .orElseThrow(() -> new Refusal.NotFound("calibration-not-found"));
    }

    /// His own, the latest first.
    List<CalibrationJob> ofAsker(Caller caller) {
        return find("schoolId = ?1 and askedBy = ?2 order by askedAt desc", caller.schoolId(), caller.id())
                .page(0, MOST_LISTED)
                .list();
    }

    long openOf(Caller caller) {
        return count(
                "schoolId = ?1 and askedBy = ?2 and state in ?3",
                caller.schoolId(),
                caller.id(),
                List.of(CalibrationJob.State.QUEUED, CalibrationJob.State.RUNNING));
    }

    /// The one that has waited longest, or one whose runner was lost. Several instances never take the same.
    Optional<UUID> take(Instant now) {
        return getEntityManager()
                .createNativeQuery(TAKE, UUID.class)
                .setParameter("now", now)
                .setParameter("lost", now.minus(LOST))
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .findFirst();
    }

    void alive(UUID id, Instant now) {
        update("seenAt = ?1 where id = ?2", now, id);
    }
}
