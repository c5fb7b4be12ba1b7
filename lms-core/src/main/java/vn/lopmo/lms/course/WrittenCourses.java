package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lopmo.lms.organisation.CoursesOfTeachers;

/// Who teaches which class by a course of his.
@ApplicationScoped
class WrittenCourses implements CoursesOfTeachers {
    private final Courses courses;

    WrittenCourses(Courses courses) {
        this.courses = courses;
    }

    @Override
    public boolean writesFor(UUID teacherId, UUID classId) {
        return courses.count("?1 member of classIds and (teacherId = ?2 or ?2 member of authorIds)", classId, teacherId)
                > 0;
    }
}
