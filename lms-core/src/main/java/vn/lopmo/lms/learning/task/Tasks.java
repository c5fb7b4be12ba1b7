package vn.lopmo.lms.learning.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
class Tasks implements PanacheRepositoryBase<Task, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    Task get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("task-not-found"));
    }

    List<Task> ofLesson(UUID lessonId) {
        return list("lessonId", lessonId);
    }

    List<Task> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /// Those that lessons show now, the newest first.
    List<Task> openIn(Collection<UUID> courseIds) {
        return courseIds.isEmpty()
                ? List.of()
                : list("courseId in ?1 and open order by madeAt desc, id desc", courseIds);
    }
}
