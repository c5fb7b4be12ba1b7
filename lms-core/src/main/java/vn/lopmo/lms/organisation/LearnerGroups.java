package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Groups that have not ended.
@ApplicationScoped
public class LearnerGroups implements PanacheRepositoryBase<LearnerGroup, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    LearnerGroup get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2 and endedAt is null", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("group-not-found"));
    }

    /// For a teacher who gives something to it.
    ///
    /// @throws Refusal.NotFound also if it is another teacher's
    public LearnerGroup getInHand(Caller caller, UUID id) {
        GroupPolicy.checkStaff(caller);
        var group = get(id, caller.schoolId());
        if (!GroupPolicy.mayUse(caller, group.schoolId(), group.madeBy())) {
            throw new Refusal.NotFound("group-not-found");
        }
        return group;
    }

    List<LearnerGroup> of(UUID schoolId) {
        return list("schoolId = ?1 and endedAt is null order by grade, name", schoolId);
    }

    List<LearnerGroup> with(UUID learnerId) {
        return list("select g from LearnerGroup g join g.members m where m = ?1 and g.endedAt is null", learnerId);
    }

    List<LearnerGroup> madeBy(UUID schoolId, UUID teacherId) {
        return list("schoolId = ?1 and madeBy = ?2 and endedAt is null order by grade, name", schoolId, teacherId);
    }
}
