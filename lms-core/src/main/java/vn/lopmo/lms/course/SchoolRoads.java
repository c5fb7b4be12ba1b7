package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SchoolRoads implements PanacheRepositoryBase<SchoolRoad, UUID> {
    LessonRoad of(UUID schoolId) {
        return findByIdOptional(schoolId).map(SchoolRoad::road).orElse(LessonRoad.NONE);
    }

    void choose(UUID schoolId, LessonRoad road) {
        findByIdOptional(schoolId)
                .ifPresentOrElse(known -> known.choose(road), () -> persist(new SchoolRoad(schoolId, road)));
    }
}
