package vn.lopmo.lms.learning.live;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class LiveLessons implements PanacheRepositoryBase<LiveLesson, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    LiveLesson get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("live-lesson-not-found"));
    }

    /// Those that end after a moment, the next one first.
    List<LiveLesson> of(Collection<UUID> classIds, Instant since) {
        return classIds.isEmpty()
                ? List.of()
                : list("classId in ?1 and endsAt >= ?2 and cancelledAt is null order by startsAt", classIds, since);
    }
}
