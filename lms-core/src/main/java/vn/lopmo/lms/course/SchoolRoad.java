package vn.lopmo.lms.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// The [LessonRoad] that a school has chosen.
@Entity
@Table(name = "lesson_road")
class SchoolRoad {
    @Id
    private UUID schoolId;

    @Column
    @Enumerated(EnumType.STRING)
    private LessonRoad road;

    protected SchoolRoad() {}

    SchoolRoad(UUID schoolId, LessonRoad road) {
        this.schoolId = schoolId;
        this.road = road;
    }

    void choose(LessonRoad wanted) {
        road = wanted;
    }

    LessonRoad road() {
        return road;
    }
}
