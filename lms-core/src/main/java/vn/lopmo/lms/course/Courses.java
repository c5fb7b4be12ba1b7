package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class Courses implements PanacheRepositoryBase<Course, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    public Course get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("course-not-found"));
    }

    public List<Course> ofSchool(UUID schoolId) {
        return list("schoolId = ?1 order by grade, title", schoolId);
    }

    /// Those that somebody writes, alone or with others.
    public List<Course> ofTeacher(UUID schoolId, UUID teacherId) {
        return list(
                "schoolId = ?1 and (teacherId = ?2 or ?2 member of authorIds) order by grade, title",
                schoolId,
                teacherId);
    }

    /// Somebody's own and what others share; whether each may really be copied is for the policy to say.
    List<Course> copyable(UUID schoolId, UUID teacherId) {
        return list(
                "schoolId = ?1 and (teacherId = ?2 or ?2 member of authorIds or sharing <> ?3)",
                schoolId,
                teacherId,
                CourseSharing.NONE);
    }

    /// Those that are given to one of the classes at least.
    public List<Course> ofClasses(UUID schoolId, Collection<UUID> classIds) {
        return classIds.isEmpty()
                ? List.of()
                : list(
                        "select distinct c from Course c join c.classIds k where c.schoolId = ?1 and k in ?2"
                                + " order by c.grade, c.title",
                        schoolId,
                        classIds);
    }
}
