package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class AssignedPapers implements PanacheRepositoryBase<AssignedPaper, UUID> {
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
