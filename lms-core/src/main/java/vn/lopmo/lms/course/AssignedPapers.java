package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class AssignedPapers implements PanacheRepositoryBase<AssignedPaper, UUID> {
    /// Of `assigned_paper p`, `assigned_paper_class k`: whether somebody who learns in that class has the paper.
    /// Values: he, twice.
    public static final String HAS_IT = "(p.whole_class_ids is null or k.class_id = any(p.whole_class_ids)"
            + " or exists (select 1 from assigned_paper_learner l where l.assignment_id = p.id and l.learner_id = ?)"
            + " or exists (select 1 from learner_group_member g where g.group_id = any(p.group_ids)"
            + " and g.person_id = ?))";

    /// Single learners of an event that was read late may have been erased meanwhile.
    List<UUID> notErased(PaperAssigned.@Nullable Takers takers) {
        if (takers == null || takers.learnerIds().isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery("select p.id from Person p where p.id in :ids and p.erasedAt is null", UUID.class)
                .setParameter("ids", takers.learnerIds())
                .getResultList();
    }

    List<AssignedPaper> ofIds(Collection<UUID> ids, UUID schoolId) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and schoolId = ?2", ids, schoolId);
    }

    /// Those that bring marks, the oldest first.
    public List<AssignedPaper> markedOfClass(UUID schoolId, UUID classId) {
        return list(
                "schoolId = ?1 and ?2 member of classIds and practice = false order by opensAt, title",
                schoolId,
                classId);
    }
}
