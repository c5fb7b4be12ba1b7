package vn.lopmo.assessment.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// What was given to classes.
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {
    private final Cache<UUID, Assignment> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    /// @throws Refusal.NotFound if the school has no such assignment
    public Assignment get(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
    }

    /// As it was at most a second ago, for reading only: a class opens one assignment within the same minute.
    ///
    /// @throws Refusal.NotFound if the school has no such assignment
    public Assignment recent(UUID schoolId, UUID id) {
        var recent = known.get(id, wanted -> {
            var read = findByIdOptional(wanted).orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
            getEntityManager().detach(read);
            return read;
        });
        if (!recent.schoolId().equals(schoolId)) {
            throw new Refusal.NotFound("assignment-not-found");
        }
        return recent;
    }

    /// It has changed: what is remembered of it is dropped.
    public void forget(UUID id) {
        known.invalidate(id);
    }

    public List<Assignment> ofSchool(UUID schoolId) {
        return list("schoolId = ?1 order by time.opensAt desc", schoolId);
    }

    /// Those that were given to one of his classes or to himself.
    public List<Assignment> ofLearner(Caller learner, Collection<UUID> classes) {
        return list(
                "select a from Assignment a where a.schoolId = ?1 and (array_contains(a.learners, ?2)"
                        + " or exists (select 1 from Assignment b join b.classes c where b.id = a.id and c in ?3))"
                        + " order by a.time.opensAt desc",
                learner.schoolId(),
                learner.id(),
                classes);
    }

    /// Those of his classes, and those that he gave himself.
    public List<Assignment> ledBy(Caller teacher, Set<UUID> taught) {
        return list(
                "select distinct a from Assignment a left join a.classes c"
                        + " where a.schoolId = ?1 and (c in ?2 or a.assignedBy = ?3) order by a.time.opensAt desc",
                teacher.schoolId(),
                taught,
                teacher.id());
    }
}
