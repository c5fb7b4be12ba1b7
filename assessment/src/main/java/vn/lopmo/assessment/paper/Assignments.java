package vn.lopmo.assessment.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// What was given to classes.
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {
    /// @throws Refusal.NotFound if the school has no such assignment
    public Assignment get(UUID schoolId, UUID id) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
    }

    public List<Assignment> ofSchool(UUID schoolId) {
        return list("schoolId = ?1 order by time.opensAt desc", schoolId);
    }

    public List<Assignment> ofClasses(UUID schoolId, Collection<UUID> classes) {
        return classes.isEmpty()
                ? List.of()
                : list(
                        "select distinct a from Assignment a join a.classes c"
                                + " where a.schoolId = ?1 and c in ?2 order by a.time.opensAt desc",
                        schoolId,
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
